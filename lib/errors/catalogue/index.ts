export { isGatewayRefusal } from './code-patterns.js';
export { describeSmsError, type KnownSmsErrorCode } from './describe-sms-error.js';
export type {
  SmsErrorActor,
  SmsErrorCause,
  SmsErrorDescription,
  SmsErrorRepeat,
} from './sms-error-description.interface.js';
