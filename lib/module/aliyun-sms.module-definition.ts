import type {
  InjectionToken,
  ModuleMetadata,
  OptionalFactoryDependency,
  Provider,
  Type,
} from '@nestjs/common';
import type { AliyunSmsOptions, SmsInstanceIdentity } from '../aliyun/aliyun-sms.options.js';
import type { Sms } from '../sms/sms.js';

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
  types?: Type<Sms>[];

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

/** What a factory gives: options without the keys of a registration. */
export type AliyunSmsFactoryResult = AliyunSmsOptions & {
  [Key in keyof SmsRootRegistration]?: never;
};

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
 * Options of `forRoot`: what all instances inherit, and the default instance.
 */
export type AliyunSmsRootOptions = AliyunSmsOptions & SmsRootRegistration;

export type AliyunSmsRootAsyncOptions = AliyunSmsAsyncSource & SmsRootRegistration;

/** An instance of `forFeatureAsync`: its name, and where its options come from. */
export type SmsInstanceAsyncOptions =
  | (AliyunSmsAsyncSource & SmsInstanceIdentity & { type?: 'SMS.Aliyun' })
  | (AliyunSmsAsyncSource<Record<string, unknown>> & SmsInstanceIdentity & { type: string });
