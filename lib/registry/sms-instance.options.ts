import type { SmsTypeOptionsMap } from '../sms/sms-type-options.interface.js';

/** Who an instance is. */
export interface SmsInstanceIdentity {
  /**
   * Name by which it is injected and found.
   *
   * @example 'login'
   */
  name: string;

  /**
   * What the instance is called where people read it.
   *
   * @default the name
   */
  title?: string | undefined;
}

/** An instance of a type: the options of the type stand beside its name. */
type OfType<Name extends keyof SmsTypeOptionsMap> = SmsInstanceIdentity & {
  /** Full name of the type. */
  type: Name;
} & SmsTypeOptionsMap[Name];

/** An instance without a type is one of `SMS.Aliyun`. */
type OfDefaultType = SmsInstanceIdentity & { type?: undefined } & SmsTypeOptionsMap['SMS.Aliyun'];

/** An instance as `forFeature` takes it: a typo in the options of a known type does not compile. */
export type SmsInstanceOptions =
  OfDefaultType | { [Name in keyof SmsTypeOptionsMap]: OfType<Name> }[keyof SmsTypeOptionsMap];

/** An instance as a database or a file has it: its options are checked when it is registered. */
export interface SmsInstanceRecord extends SmsInstanceIdentity {
  /**
   * Full name of its type.
   *
   * @default 'SMS.Aliyun'
   */
  type?: string | undefined;
  [option: string]: unknown;
}

/**
 * Gives the configuration of an instance that was not registered, or undefined where there is none. The
 * options are checked when the instance is made; values that are null are left out.
 */
export type SmsResolver = (
  name: string,
) => object | undefined | null | Promise<object | undefined | null>;
