export { AliyunSmsModule } from './module/aliyun-sms.module.js';
export type {
  AliyunSmsAsyncSource,
  AliyunSmsFactoryResult,
  AliyunSmsOptionsFactory,
  AliyunSmsRootAsyncOptions,
  AliyunSmsRootOptions,
  SmsInstanceAsyncOptions,
  SmsRegistration,
  SmsRootRegistration,
} from './module/aliyun-sms.module-definition.js';
export type {
  AliyunSmsInstanceOptions,
  AliyunSmsOptions,
  OtherSmsInstanceOptions,
  SmsInstanceIdentity,
  SmsInstanceOptions,
} from './aliyun/aliyun-sms.options.js';
export type { AliyunCredentialProvider, AliyunCredentials } from './client/credentials.js';
export type { DysmsOperations } from './client/dysms-client.js';
export type { CertificateAuthorities } from './client/endpoint.js';
export type { RetryOptions } from './client/retry.js';
export {
  describeSmsError,
  type KnownSmsErrorCode,
  type SmsErrorActor,
  type SmsErrorCause,
  type SmsErrorDescription,
  type SmsErrorRepeat,
} from './errors/catalogue/index.js';
export { isSmsException, SmsException } from './errors/sms.exception.js';
export { SmsAsyncOptionsError } from './errors/sms-async-options.error.js';
export { SmsConfigurationError } from './errors/sms-configuration.error.js';
export { type SmsElementFault, SmsElementsError } from './errors/sms-elements.error.js';
export { SmsErrorCode } from './errors/sms-error-code.enum.js';
export { SmsExceptionFilter } from './errors/sms-exception.filter.js';
export { SmsInstanceExistsError } from './errors/sms-instance-exists.error.js';
export { SmsInstanceUnknownError } from './errors/sms-instance-unknown.error.js';
export { SmsParameterException, type SmsViolations } from './errors/sms-parameter.exception.js';
export { SmsRejectedException } from './errors/sms-rejected.exception.js';
export {
  type InstanceFailure,
  type SentMessage,
  type SmsOutcome,
  SmsRequestException,
  type SmsRequestFailure,
} from './errors/sms-request.exception.js';
export { SmsTypeError } from './errors/sms-type.error.js';
export type { SmsElement } from './elements/index.js';
export { InjectSms } from './module/inject-sms.decorator.js';
export {
  ALIYUN_LIMITS,
  type FlowControlOptions,
  type LimitDecision,
  type LimitReservation,
  type LimitSlot,
  type LimitStore,
  LimitStoreError,
  type LimitSubject,
  type LimitWindow,
  MemoryLimitStore,
  type SmsLimits,
  type TemplateKind,
} from './limits/index.js';
export { SmsElements } from './elements/sms-elements.js';
export type {
  SmsInstanceChange,
  SmsInstanceInfo,
  SmsInstanceOrigin,
  SmsTypeInfo,
} from './registry/sms-instance-info.interface.js';
export { SmsRegistry } from './registry/sms.registry.js';
export type { SmsResolver } from './registry/tenants.js';
export { AliyunSms } from './aliyun/aliyun-sms.js';
export { AliyunSmsConfig } from './aliyun/aliyun-sms.config.js';
export { FailoverSms } from './failover/failover-sms.js';
export { FailoverSmsConfig, type FailoverStrategy } from './failover/failover-sms.config.js';
export { SendMessageDto, type TemplateParams } from './sms/send-message.dto.js';
export type { SendMessageResult } from './sms/send-message.result.js';
export type { BulkOptions, BulkProgress, BulkResult } from './aliyun/bulk/bulk.options.js';
export type { MessageQuery, MessageState } from './aliyun/find-message.js';
export type { PingOptions, PingResult } from './aliyun/ping.js';
export type { SmsHooks, SmsResultEvent, SmsSendEvent, SmsVerdict } from './sms/sms-hooks.js';
export { Sms } from './sms/sms.js';
export type { VendorMessage, VendorReceipt } from './sms/vendor/vendor-message.interface.js';
export { VendorSms } from './sms/vendor/vendor-sms.js';
export type { SmsMessage } from './sms/sms-message.js';
export { getSmsToken } from './common/sms.tokens.js';
export {
  type CompletedConfig,
  ConfigField,
  type ConfigFieldKind,
  type ConfigFieldOptions,
  type ConfigFormField,
  type ConfigOrigin,
  isPlaceholder,
  type LocalizedText,
  type ShownConfig,
  type SmsConfigClass,
  SmsContext,
  type SmsInstances,
  SmsType,
  type SmsTypeOptions,
} from './schema/index.js';
