import { brand } from '../common/brand.js';
import type { SmsErrorCode } from './sms-error-code.enum.js';

/** How a send ended: what is proven of it. */
export type SmsOutcome =
  /** Aliyun has the message. */
  | 'accepted'
  /** Aliyun, or a limit of the instance, refused it. Nothing was sent. */
  | 'refused'
  /** No usable response, and nothing was sent. */
  | 'not-sent'
  /** No usable response: the message may have been sent. */
  | 'unknown'
  /** The message itself is not valid. Nothing was sent. */
  | 'invalid';

/** Where an exception comes from: the instance that was asked and the `outId` of the send. */
export interface SmsExceptionOrigin {
  /** Name of the instance, such as `login`. */
  instance?: string | undefined;
  /** The `outId` under which the message would be found at Aliyun. */
  outId?: string | undefined;
}

/** What is known of an exception beside its text. */
export interface SmsExceptionFacts extends SmsExceptionOrigin {
  /** Aliyun's id of the call, where there was a response. */
  requestId?: string | undefined;
  /** Seconds after which a repeat makes sense. */
  retryAfter?: number | undefined;
}

/**
 * What `sendMessage` throws: one of `SmsParameterException` (46001), `SmsRejectedException` (46002)
 * and `SmsRequestException` (46003). Message, stack and JSON form are fit for a log: they hold no
 * phone number, template value or secret, and no `cause`, since the causes hold all of these.
 */
export abstract class SmsException extends Error {
  static {
    brand(this, 'SmsException');
  }

  abstract override readonly name: string;
  /** One of 46001, 46002 and 46003. */
  abstract readonly code: SmsErrorCode;
  /** What is proven of the message. */
  abstract readonly outcome: Exclude<SmsOutcome, 'accepted'>;
  declare readonly instance?: string;
  declare readonly outId?: string;
  /** With 46002: the code of the refusal, such as `isv.BUSINESS_LIMIT_CONTROL`. */
  declare readonly aliyunCode?: string;
  /** With 46003: why there is no usable response, such as `deadline`. */
  declare readonly reason?: string;
  /** Aliyun's id of the call, where there was a response: its support asks for it. */
  declare readonly requestId?: string;
  /** Seconds after which a repeat makes sense; absent where time alone does not help. */
  declare readonly retryAfter?: number;

  constructor(message: string, facts: SmsExceptionFacts) {
    super(message);
    const { instance, outId, requestId, retryAfter } = facts;
    if (instance !== undefined) this.instance = instance;
    if (outId !== undefined) this.outId = outId;
    if (requestId !== undefined) this.requestId = requestId;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }

  /** @internal Adds where it comes from, as the layers above learn it. */
  at(origin: SmsExceptionOrigin): this {
    return Object.assign(this, origin);
  }

  toJSON(): Record<string, unknown> {
    const { name, code, message, ...fields } = this;
    return { name, code, message, ...fields };
  }
}

/** Recognises an exception of this package, also one thrown by another copy of it. */
export function isSmsException(value: unknown): value is SmsException {
  return value instanceof SmsException;
}
