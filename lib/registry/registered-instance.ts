import type { Sms } from '../sms/sms.js';
import type { SmsInstanceOrigin } from './sms-instance-info.interface.js';

type Method = (...args: never[]) => unknown;

/** What stands under a name at a time: an instance, and what it was made of. */
export class RegisteredInstance {
  /** On the clock of `performance.now()`. */
  lastUsed = performance.now();
  readonly #bound = new WeakMap<Method, Method>();

  /**
   * @param config of the class of its type
   * @param revision tells it from others that stood under its name
   */
  constructor(
    readonly sms: Sms,
    readonly config: object,
    readonly origin: SmsInstanceOrigin,
    readonly revision: number,
  ) {}

  /** A property of the instance; its methods keep to it, whatever takes its place meanwhile. */
  read(key: PropertyKey): unknown {
    this.lastUsed = performance.now();
    const value: unknown = Reflect.get(this.sms, key);
    // What was put upon the object itself, as a test puts its spy, is returned as it is.
    if (typeof value !== 'function' || key === 'constructor' || Object.hasOwn(this.sms, key)) {
      return value;
    }
    const method = value as Method;
    const known = this.#bound.get(method);
    if (known) return known;
    const bound = method.bind(this.sms) as Method;
    this.#bound.set(method, bound);
    return bound;
  }
}
