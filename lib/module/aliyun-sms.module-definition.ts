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

/** Keys of a registration. A factory cannot return them. */
export interface SmsRegistration {
  /**
   * Name of the instance.
   *
   * @default 'default'
   */
  name?: string;
  /** Whether every module can inject the instance without an import. */
  isGlobal?: boolean;
}

/** Keys of `forRoot`. A factory cannot return them. */
export interface SmsRootRegistration extends SmsRegistration, Pick<ModuleMetadata, 'imports'> {
  /**
   * Types beside `SMS.Aliyun` and `SMS.Failover`, or in place of the one of the same name. They are
   * providers: they can inject what `imports` and global modules export.
   *
   * @example [SignByRecipientSms]
   */
  types?: SmsClass[];

  /**
   * Directory with a folder for each instance, which holds `e.json` and `sms.json`, as on the JitAi
   * platform. Relative to the working directory.
   *
   * @example 'SMS'
   */
  elementsDir?: string;

  /**
   * Whether a change of an element folder replaces its instance without a restart.
   *
   * @default false
   */
  watch?: boolean;
}

/** Forbids the keys of a registration: Nest must know them before it calls the factory. */
type WithoutRegistrationKeys = { [Key in keyof SmsRootRegistration]?: never };

/** The result of an instance's factory: options without the keys of a registration. */
export type AliyunSmsFactoryResult = AliyunSmsOptions & WithoutRegistrationKeys;

/** The result of the factory of `forRootAsync`: the same, with the options of the application. */
export type AliyunSmsRootFactoryResult = AliyunSmsFactoryResult & SmsRootOptions;

/** A class that makes options, for `useClass` and `useExisting`. */
export interface AliyunSmsOptionsFactory<Result = AliyunSmsFactoryResult> {
  createAliyunSmsOptions(): Result | Promise<Result>;
}

/** The source of asynchronous options. One of `useFactory`, `useClass` and `useExisting` is required. */
export interface AliyunSmsAsyncSource<Result = AliyunSmsFactoryResult> extends Pick<
  ModuleMetadata,
  'imports'
> {
  /** Tokens of the providers that are the arguments of `useFactory`. */
  inject?: (InjectionToken | OptionalFactoryDependency)[];
  useFactory?: (
    // oxlint-disable-next-line typescript/no-explicit-any -- `inject` decides the arguments
    ...args: any[]
  ) => Result | Promise<Result>;
  useClass?: Type<AliyunSmsOptionsFactory<Result>>;
  useExisting?: InjectionToken<AliyunSmsOptionsFactory<Result>>;
  /** Further providers that the factory or class can inject. */
  extraProviders?: Provider[];
}

/**
 * Options of `forRoot`: of the application, of the default instance, and what all instances inherit.
 */
export type AliyunSmsRootOptions = AliyunSmsOptions & SmsRootOptions & SmsRootRegistration;

export type AliyunSmsRootAsyncOptions = AliyunSmsAsyncSource<AliyunSmsRootFactoryResult> &
  SmsRootRegistration;

/** An instance of `forFeatureAsync`: its name and the source of its options. */
export type SmsInstanceAsyncOptions =
  | (AliyunSmsAsyncSource & SmsInstanceIdentity & { type?: 'SMS.Aliyun' })
  | (AliyunSmsAsyncSource<Record<string, unknown>> & SmsInstanceIdentity & { type: string });
