import type {
  InjectionToken,
  ModuleMetadata,
  OptionalFactoryDependency,
  Provider,
  Type,
} from '@nestjs/common';
import type { AliyunSmsOptions } from '../aliyun/aliyun-sms.config.js';
import type { SmsInstanceIdentity } from '../registry/sms-instance.options.js';
import type { SmsRootOptions } from '../registry/sms-root.config.js';
import type { SmsClass } from '../registry/sms-class.js';

/** Keys of a registration, which stand beside the options and never inside them. */
export interface SmsRegistration {
  /**
   * Name of the instance.
   *
   * @default 'default'
   */
  name?: string;
  /** Whether every module may inject the instance. */
  isGlobal?: boolean;
}

/** Keys of `forRoot`, which stand beside the options and never inside them. */
export interface SmsRootRegistration extends SmsRegistration, Pick<ModuleMetadata, 'imports'> {
  /**
   * Types that are added to `SMS.Aliyun` and `SMS.Failover`, or replace the one of the same name.
   * They are providers: they can inject what `imports` and global modules export.
   *
   * @example [SignByRecipientSms]
   */
  types?: SmsClass[];

  /**
   * Directory with a folder for each instance, with `e.json` and `sms.json`, as on the JitAi platform.
   * Relative to the working directory.
   *
   * @example 'SMS'
   */
  elementsDir?: string;

  /**
   * Whether a changed element folder replaces its instance without a restart.
   *
   * @default false
   */
  watch?: boolean;
}

/** Keys of a registration, which a factory cannot give: Nest has to know them before it calls one. */
type WithoutRegistrationKeys = { [Key in keyof SmsRootRegistration]?: never };

/** What the factory of an instance gives: options without the keys of a registration. */
export type AliyunSmsFactoryResult = AliyunSmsOptions & WithoutRegistrationKeys;

/** What the factory of `forRootAsync` gives: the same, with the options of the application. */
export type AliyunSmsRootFactoryResult = AliyunSmsFactoryResult & SmsRootOptions;

/** A class that makes options; for `useClass` and `useExisting`. */
export interface AliyunSmsOptionsFactory<Result = AliyunSmsFactoryResult> {
  createAliyunSmsOptions(): Result | Promise<Result>;
}

/** Where asynchronous options come from: one of `useFactory`, `useClass` and `useExisting`. */
export interface AliyunSmsAsyncSource<Result = AliyunSmsFactoryResult> extends Pick<
  ModuleMetadata,
  'imports'
> {
  /** What the factory is called with. */
  inject?: (InjectionToken | OptionalFactoryDependency)[];
  useFactory?: (
    // oxlint-disable-next-line typescript/no-explicit-any -- the arguments are what `inject` names
    ...args: any[]
  ) => Result | Promise<Result>;
  useClass?: Type<AliyunSmsOptionsFactory<Result>>;
  useExisting?: InjectionToken<AliyunSmsOptionsFactory<Result>>;
  /** Further providers that the factory or class can be given. */
  extraProviders?: Provider[];
}

/**
 * Options of `forRoot`: those of the application, what all instances inherit, and the default instance.
 */
export type AliyunSmsRootOptions = AliyunSmsOptions & SmsRootOptions & SmsRootRegistration;

export type AliyunSmsRootAsyncOptions = AliyunSmsAsyncSource<AliyunSmsRootFactoryResult> &
  SmsRootRegistration;

/** An instance of `forFeatureAsync`: its name, and where its options come from. */
export type SmsInstanceAsyncOptions =
  | (AliyunSmsAsyncSource & SmsInstanceIdentity & { type?: 'SMS.Aliyun' })
  | (AliyunSmsAsyncSource<Record<string, unknown>> & SmsInstanceIdentity & { type: string });
