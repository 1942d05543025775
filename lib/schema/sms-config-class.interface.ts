import type { Type } from '@nestjs/common';

/** What is known of an instance beside its own options, when its configuration is put together. */
export interface ConfigSource {
  /** The options of `forRoot`, where there is one. */
  root: object | undefined;
  /** True for the instance that `forRoot` itself makes, which may be there for inheritance alone. */
  isDefault: boolean;
  /** Where its own options are written, such as `forFeature` or `sms.json`. */
  place: string;
}

/** The values of a configuration, and what is missing. */
export interface ResolvedConfig {
  values: object;
  /** Names of options that are needed and not there. */
  missing: readonly string[];
  /** What to do about those that are missing. */
  remedy: string;
}

/** The class of a type's configuration. */
export interface SmsConfigClass<Config extends object = object> extends Type<Config> {
  /**
   * Adds to an instance's own options what it inherits from `forRoot`, and says what is missing.
   *
   * @default nothing is inherited: the settings of Aliyun are of no use to another provider
   */
  inherit?(own: object, source: ConfigSource): ResolvedConfig;
}
