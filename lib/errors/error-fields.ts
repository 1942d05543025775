import type { Language } from './preferred-language.js';
import { publicText } from './public-texts.js';
import type { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsParameterException } from './sms-parameter.exception.js';
import type { SmsException } from './sms.exception.js';

/** What a client is told of an exception, in whatever protocol. */
export interface SmsErrorFields {
  readonly code: SmsErrorCode;
  readonly message: string;
  readonly [field: string]: unknown;
}

/**
 * Returns what may leave the process whoever asks. The violations of a message are made of its fields and of
 * our rules, never of values. `requestId` is left out: it shows that Aliyun was asked, and the log has it.
 */
export function publicFields(exception: SmsException, language: Language): SmsErrorFields {
  const { code, outcome, repeat, retryAfter } = exception;
  return {
    code,
    outcome,
    repeat,
    ...(retryAfter !== undefined && { retryAfter }),
    message: publicText(exception, language),
    ...(exception instanceof SmsParameterException && { violations: exception.violations }),
  };
}

/** Returns all that the exception knows, for clients that are the operator's own. */
export function detailedFields(exception: SmsException): SmsErrorFields {
  const { name: _, ...fields } = exception.toJSON();
  const { code, message, outcome } = exception;
  return { ...fields, code, outcome, message };
}
