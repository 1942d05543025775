import type { Type } from '@nestjs/common';

/** Facts of an instance beside its own options, from which its configuration is put together. */
export interface ConfigSource {
  /** The options of `forRoot`, if the application has one. */
  root: object | undefined;
  /** True for the instance that `forRoot` itself makes. It may exist only for others to inherit from. */
  isDefault: boolean;
  /** The place of its own options, such as `forFeature` or `sms.json`. */
  place: string;
}

/** The values of a configuration, with inherited values, and the names of those that are missing. */
export interface ResolvedConfig {
  values: object;
  /** Names of required options that have no value. */
  missing: readonly string[];
  /** What to do about the missing options. */
  remedy: string;
}

/** The class of a type's configuration. */
export interface SmsConfigClass<Config extends object = object> extends Type<Config> {
  /**
   * Returns an instance's own options with those that it inherits from `forRoot`, and the missing ones.
   *
   * @default nothing is inherited, because another provider cannot use the settings of Aliyun
   */
  inherit?(own: object, source: ConfigSource): ResolvedConfig;
}
