import type { SmsErrorCode } from './sms-error-code.enum.js';

// A registered symbol: two copies of the package in one process recognise each other's errors.
const BRAND = Symbol.for('nestjs-aliyun-sms.exception');

/** Where an exception comes from: the instance that was asked and the `outId` of the send. */
export interface SmsExceptionOrigin {
  /** Name of the instance, such as `login`. */
  instance?: string | undefined;
  /** The `outId` under which the message would be found at Aliyun. */
  outId?: string | undefined;
}

/**
 * What `sendMessage` throws: one of `SmsParameterException` (46001), `SmsRejectedException` (46002)
 * and `SmsRequestException` (46003). Message, stack and JSON form are fit for a log: they hold no
 * phone number, template value or secret, and no `cause`, since the causes hold all of these.
 */
export abstract class SmsException extends Error {
  abstract override readonly name: string;
  /** One of 46001, 46002 and 46003. */
  abstract readonly code: SmsErrorCode;
  declare readonly instance?: string;
  declare readonly outId?: string;

  constructor(message: string, origin: SmsExceptionOrigin) {
    super(message);
    const { instance, outId } = origin;
    if (instance !== undefined) this.instance = instance;
    if (outId !== undefined) this.outId = outId;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** True across copies of the package for the base class; for a child, its name decides. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (!isSmsException(value)) return false;
    return this === SmsException || prototypeNames(value).includes(this.name);
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
  return typeof value === 'object' && value !== null && BRAND in value;
}

function prototypeNames(value: object): string[] {
  const names: string[] = [];
  for (let proto = Object.getPrototypeOf(value); proto; proto = Object.getPrototypeOf(proto)) {
    names.push((proto as { constructor: { name: string } }).constructor.name);
  }
  return names;
}
