import type {
  InjectionToken,
  ModuleMetadata,
  OptionalFactoryDependency,
  Provider,
  Type,
} from '@nestjs/common';
import type { AliyunSmsOptions, SmsInstanceOptions } from './aliyun-sms.options.js';

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

/** What a factory gives: options without the keys of a registration. */
export type AliyunSmsFactoryResult = AliyunSmsOptions & { [Key in keyof SmsRegistration]?: never };

/** A class that makes options; for `useClass` and `useExisting`. */
export interface AliyunSmsOptionsFactory {
  createAliyunSmsOptions(): AliyunSmsFactoryResult | Promise<AliyunSmsFactoryResult>;
}

/** Where asynchronous options come from: one of `useFactory`, `useClass` and `useExisting`. */
export interface AliyunSmsAsyncSource extends Pick<ModuleMetadata, 'imports'> {
  /** What the factory is called with. */
  inject?: (InjectionToken | OptionalFactoryDependency)[];
  useFactory?: (
    // oxlint-disable-next-line typescript/no-explicit-any -- the arguments are what `inject` names
    ...args: any[]
  ) => AliyunSmsFactoryResult | Promise<AliyunSmsFactoryResult>;
  useClass?: Type<AliyunSmsOptionsFactory>;
  useExisting?: InjectionToken<AliyunSmsOptionsFactory>;
  /** Further providers that the factory or class can be given. */
  extraProviders?: Provider[];
}

/**
 * Options of `forRoot`: what all instances inherit, and the default instance.
 */
export type AliyunSmsRootOptions = AliyunSmsOptions & SmsRegistration;

export type AliyunSmsRootAsyncOptions = AliyunSmsAsyncSource & SmsRegistration;

/** An instance of `forFeatureAsync`: its name, and where its options come from. */
export type SmsInstanceAsyncOptions = AliyunSmsAsyncSource &
  Pick<SmsInstanceOptions, 'name' | 'title'>;
