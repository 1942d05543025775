// The face of the package, by room.

// module: registration
export { AliyunSmsModule } from './module/aliyun-sms.module.js';
export type {
  AliyunSmsAsyncSource,
  AliyunSmsFactoryResult,
  AliyunSmsOptionsFactory,
  AliyunSmsRootAsyncOptions,
  AliyunSmsRootFactoryResult,
  AliyunSmsRootOptions,
  SmsInstanceAsyncOptions,
  SmsRegistration,
  SmsRootRegistration,
} from './module/aliyun-sms.module-definition.js';
export { InjectSms } from './module/inject-sms.decorator.js';
export { getSmsToken } from './common/sms.tokens.js';

// sms: the contract, and what the author of a type needs
export { Sms } from './sms/sms.js';
export { IsSmsPhone } from './sms/is-sms-phone.decorator.js';
export { normalizePhone } from './common/phone-number.js';
export { SendMessageDto, type TemplateParams } from './sms/send-message.dto.js';
export type { SendMessageResult, SmsMessage } from './sms/sms-message.js';
export type { BulkOptions, BulkProgress, BulkResult, MessageSource } from './sms/bulk.options.js';
export type {
  MessageQuery,
  MessageState,
  PingOptions,
  PingResult,
} from './sms/sms-capabilities.interface.js';
export type { SmsHooks, SmsResultEvent, SmsSendEvent } from './sms/sms-hooks.js';
export { SmsContext, type SmsInstances } from './sms/sms-context.js';
export { SmsType, type SmsTypeOptions } from './sms/sms-type.decorator.js';
export type { SmsTypeOptionsMap } from './sms/sms-type-options.interface.js';
export { type ProviderMessage, type ProviderResult, ProviderSms } from './sms/provider-sms.js';

// aliyun, failover: the types that are there
export { AliyunSms } from './aliyun/aliyun-sms.js';
export { AliyunSmsConfig, type AliyunSmsOptions } from './aliyun/aliyun-sms.config.js';
export { FailoverSms } from './failover/failover-sms.js';
export { FailoverSmsConfig } from './failover/failover-sms.config.js';
export type { FailoverStrategy } from './failover/failover.rules.js';

// client: how a call reaches Aliyun
export { AliyunClientConfig } from './client/aliyun-client.config.js';
export type { AliyunCredentialProvider, AliyunCredentials } from './client/credentials.js';
export type * from './client/dysms/index.js';
export type { CertificateAuthorities } from './client/endpoint.js';
export type { RetryOptions } from './client/retry.js';

// registry: the instances of an application
export { SmsRegistry } from './registry/sms.registry.js';
export type {
  SmsInstanceIdentity,
  SmsInstanceOptions,
  SmsInstanceRecord,
  SmsResolver,
} from './registry/sms-instance.options.js';
export type {
  SmsInstanceChange,
  SmsInstanceInfo,
  SmsInstanceOrigin,
} from './registry/sms-instance-info.interface.js';
export type { SmsRootOptions } from './registry/sms-root.config.js';
export type { SmsClass, SmsClassOf } from './registry/sms-class.js';
export type { SmsElement } from './elements/element.js';
export { SmsElements } from './elements/sms-elements.js';

// schema: a configuration class described
export {
  ConfigField,
  type ConfigFieldAlternative,
  type ConfigFieldOptions,
} from './schema/config-field.decorator.js';
export type {
  ConfigFieldKind,
  ConfigFormAlternative,
  ConfigFormField,
  SmsTypeInfo,
} from './schema/config-form.wire.js';
export type { MaskedConfig } from './schema/mask-config.js';
export type {
  ConfigSource,
  ResolvedConfig,
  SmsConfigClass,
} from './schema/sms-config-class.interface.js';
export {
  type Rule,
  ValidateWith,
  type ValidateWithOptions,
} from './schema/validate-with.decorator.js';
export type { LocalizedText } from './common/localized-text.wire.js';
export { isPlaceholder } from './common/placeholder.js';

// limits: flow control
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

// errors
export type { CodedViolation, SentenceViolation, Violation } from './errors/violation.js';
export {
  describeSmsError,
  type KnownSmsErrorCode,
  type SmsErrorActor,
  type SmsErrorCause,
  type SmsErrorDescription,
  type SmsErrorRepeat,
} from './errors/catalogue/index.js';
export { SmsErrorCode } from './errors/sms-error-code.enum.js';
export {
  isSmsException,
  SmsException,
  type SmsExceptionFacts,
  type SmsExceptionOrigin,
  type SmsOutcome,
} from './errors/sms.exception.js';
export {
  httpStatusOf,
  SmsExceptionFilter,
  type SmsExceptionFilterOptions,
} from './errors/sms-exception.filter.js';
export {
  SmsParameterException,
  type SmsViolation,
  type SmsViolations,
} from './errors/sms-parameter.exception.js';
export { SmsRejectedException, type SmsRejection } from './errors/sms-rejected.exception.js';
export {
  type InstanceFailure,
  type SentMessage,
  SmsRequestException,
  type SmsRequestFailure,
  type SmsRequestFailureDetails,
} from './errors/sms-request.exception.js';
export {
  SmsAsyncOptionsError,
  SmsConfigurationError,
  type SmsElementIssue,
  SmsElementChangedError,
  SmsElementsError,
  SmsInstanceExistsError,
  SmsSetupError,
  type SmsIssueValues,
  type SmsSetupIssue,
  type SmsSetupIssueCode,
  SmsTypeError,
} from './errors/setup.errors.js';
