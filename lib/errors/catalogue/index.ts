export type { KnownSmsErrorCode } from './aliyun-codes.js';
export { describeSmsError } from './describe-sms-error.js';
export type {
  LocalizedText,
  SmsErrorActor,
  SmsErrorCause,
  SmsErrorDescription,
  SmsErrorRepeat,
} from './sms-error-description.interface.js';
