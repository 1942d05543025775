import { brand } from '../common/brand.js';
import type { SmsErrorRepeat } from './catalogue/index.js';
import type { SmsErrorCode } from './sms-error-code.enum.js';
import type { SmsOutcome } from './sms-outcome.wire.js';

export type { SmsOutcome } from './sms-outcome.wire.js';

/** Where an exception comes from: the instance and the `outId` of the send. */
export interface SmsExceptionOrigin {
  /** Name of the instance, such as `login`. */
  instance?: string | undefined;
  /** The `outId` by which Aliyun finds the message. */
  outId?: string | undefined;
}

/** The facts of an exception beside its message. */
export interface SmsExceptionFacts extends SmsExceptionOrigin {
  /** Aliyun's id of the call, if there was a response. */
  requestId?: string | undefined;
  /** Seconds after which a repeat makes sense. */
  retryAfter?: number | undefined;
}

/**
 * The base of everything that `sendMessage` throws: `SmsParameterException` (46001), `SmsRejectedException` (46002)
 * or `SmsRequestException` (46003). Message, stack and JSON form are fit for a log: they hold no
 * phone number, template value or secret. There is no `cause`, because causes may hold all of these.
 */
export abstract class SmsException extends Error {
  static {
    brand(this, 'SmsException');
  }

  abstract override readonly name: string;
  /** One of 46001, 46002 and 46003. */
  abstract readonly code: SmsErrorCode;
  /** How the send ended, as far as it is proven. */
  abstract readonly outcome: Exclude<SmsOutcome, 'accepted'>;
  /**
   * Whether the same message may be sent again: `no`, as it would fail again; `later`, as nothing was sent;
   * `care`, as it may have been sent, so look it up first.
   */
  abstract readonly repeat: SmsErrorRepeat;
  declare readonly instance?: string;
  declare readonly outId?: string;
  /** With 46002: the code of the refusal, such as `isv.BUSINESS_LIMIT_CONTROL`. */
  declare readonly aliyunCode?: string;
  /** With 46003: the reason why there is no usable response, such as `deadline`. */
  declare readonly reason?: string;
  /** Aliyun's id of the call, if there was a response. Aliyun's support asks for it. */
  declare readonly requestId?: string;
  /** Seconds after which a repeat makes sense; absent if waiting alone does not help. */
  declare readonly retryAfter?: number;

  constructor(message: string, facts: SmsExceptionFacts) {
    super(message);
    const { instance, outId, requestId, retryAfter } = facts;
    if (instance !== undefined) this.instance = instance;
    if (outId !== undefined) this.outId = outId;
    if (requestId !== undefined) this.requestId = requestId;
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
  }

  /** @internal Adds the origin, which only the layers above know. */
  at(origin: SmsExceptionOrigin): this {
    // One that was thrown by code of the application may be frozen.
    return Object.isFrozen(this) ? this : Object.assign(this, origin);
  }

  toJSON(): Record<string, unknown> {
    const { name, code, message, ...fields } = this;
    return { name, code, message, ...fields };
  }
}

/** Whether a value is an exception of this package, or of another copy of it in the same process. */
export function isSmsException(value: unknown): value is SmsException {
  return value instanceof SmsException;
}
