import { brand } from '../common/brand.js';
import type { SmsIssueValues } from './setup-issue.wire.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import type { CodedViolation } from './violation.js';
import { SmsException, type SmsExceptionOrigin } from './sms.exception.js';

/** The violations of a message, by field: `{ phoneList: ['must not be empty'] }`. */
export type SmsViolations = Readonly<Record<string, readonly string[]>>;

/** One violation, with a code by which a page can say it in its own language. */
export interface SmsViolation {
  readonly field: string;
  /** The rule that is broken, such as `phone-numbers`; `invalid` where nothing more is known. */
  readonly rule: string;
  /** The values of the text: none of the message, and no phone number. */
  readonly values: SmsIssueValues;
  /** What is wrong, in English. */
  readonly text: string;
}

/** 46001: the message was refused before it left the process. Carries every violation, by field. */
export class SmsParameterException extends SmsException {
  static {
    brand(this, 'SmsParameterException');
  }

  override readonly name = 'SmsParameterException';
  override readonly code = SmsErrorCode.InvalidParameters;
  override readonly repeat = 'no';
  readonly violations: SmsViolations;
  // Private, so that logs have each violation once.
  readonly #rules: Readonly<Record<string, CodedViolation>>;

  get outcome(): 'invalid' {
    return 'invalid';
  }

  /** @param rules by field, the rule that is broken; of a field that is absent nothing more is known */
  constructor(
    violations: SmsViolations,
    origin: SmsExceptionOrigin = {},
    rules: Readonly<Record<string, CodedViolation>> = {},
  ) {
    const list = Object.entries(violations).flatMap(([field, texts]) =>
      texts.map((text) => `${field} ${text}`),
    );
    super(`Nothing was sent, the message is not valid: ${list.join('; ')}`, origin);
    this.violations = violations;
    this.#rules = rules;
  }

  /** The violations one by one, each with its code. */
  get issues(): readonly SmsViolation[] {
    return Object.entries(this.violations).flatMap(([field, texts]) => {
      const { rule = 'invalid', values = {} } = this.#rules[field] ?? {};
      return texts.map((text) => ({ field, rule, values, text }));
    });
  }
}
