import type { Sms } from './sms.js';
import type { SmsRuntime } from './sms-runtime.interface.js';

/** The instances of an application, as one of them sees the others. */
export interface SmsInstances {
  get(name: string): Sms;
  /** Differs once another instance stands under the name. */
  revision(name: string): number;
}

/**
 * What an instance is made of: who it is, and its configuration. A parameter of this class in the
 * constructor of a type is given that of the instance; the others are injected as in any provider.
 *
 * @example constructor(context: SmsContext<MyConfig>, private readonly http: HttpService) {}
 */
export abstract class SmsContext<Config extends object = object> {
  /** Name of the instance, such as `login`. */
  abstract readonly name: string;
  /** What the instance is called where people read it. */
  abstract readonly title: string;
  /** Full name of its type, such as `SMS.Aliyun`. */
  abstract readonly type: string;
  /** The configuration: an object of the type's own class, validated. */
  abstract readonly config: Config;
  /** The other instances, to be asked for when a message is sent: they may come and go. */
  abstract readonly instances: SmsInstances;
  /** @internal What the instances of an application share: connections, limits, observers. */
  abstract readonly runtime: SmsRuntime;
}
