import { brand } from '../common/brand.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException, type SmsExceptionOrigin } from './sms.exception.js';

/** The violations of a message, by field: `{ phoneList: ['must not be empty'] }`. */
export type SmsViolations = Readonly<Record<string, readonly string[]>>;

/** 46001: the message was refused before it left the process. Carries every violation, by field. */
export class SmsParameterException extends SmsException {
  static {
    brand(this, 'SmsParameterException');
  }

  override readonly name = 'SmsParameterException';
  override readonly code = SmsErrorCode.InvalidParameters;
  override readonly repeat = 'no';
  readonly violations: SmsViolations;

  get outcome(): 'invalid' {
    return 'invalid';
  }

  constructor(violations: SmsViolations, origin: SmsExceptionOrigin = {}) {
    const list = Object.entries(violations).flatMap(([field, texts]) =>
      texts.map((text) => `${field} ${text}`),
    );
    super(`Nothing was sent, the message is not valid: ${list.join('; ')}`, origin);
    this.violations = violations;
  }
}
