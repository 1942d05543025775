import type { FactoryProvider, Provider } from '@nestjs/common';
import type {
  AliyunSmsAsyncSource,
  AliyunSmsOptionsFactory,
} from './aliyun-sms.module-definition.js';
import type {
  AliyunSmsOptions,
  SmsInstanceIdentity,
  SmsInstanceOptions,
} from '../aliyun/aliyun-sms.options.js';
import { SmsAsyncOptionsError } from '../errors/sms-async-options.error.js';
import { SmsRegistry } from '../registry/sms.registry.js';
import { getSmsToken, SMS_ROOT_OPTIONS } from '../common/sms.tokens.js';

/** The default instance, out of the options that all others inherit. */
export function createRootInstanceProvider(name: string): Provider {
  return {
    provide: getSmsToken(name),
    inject: [SmsRegistry, SMS_ROOT_OPTIONS],
    useFactory: (registry: SmsRegistry, options: AliyunSmsOptions) =>
      registry.registerRoot({ ...options, name }),
  };
}

/** An instance whose options are at hand. */
export function createInstanceProvider(options: SmsInstanceOptions): Provider {
  return {
    provide: getSmsToken(options.name),
    inject: [SmsRegistry],
    useFactory: (registry: SmsRegistry) => registry.add(options, 'code'),
  };
}

/** An instance whose options are found under a token. */
export function createAsyncInstanceProvider(
  identity: SmsInstanceIdentity,
  optionsToken: string,
): Provider {
  return {
    provide: getSmsToken(identity.name),
    inject: [SmsRegistry, optionsToken],
    useFactory: (registry: SmsRegistry, options: AliyunSmsOptions) =>
      registry.add({ ...options, ...identity }, 'code'),
  };
}

/** The options of an async method under a token, with what is needed to make them. */
export function createAsyncOptionsProviders(
  token: string,
  source: AliyunSmsAsyncSource,
  method: string,
): Provider[] {
  const { useFactory, useClass, useExisting, inject = [], extraProviders = [] } = source;
  if (useFactory) return [{ provide: token, inject, useFactory }, ...extraProviders];
  if (useExisting) return [fromFactoryClass(token, useExisting), ...extraProviders];
  if (useClass) return [useClass, fromFactoryClass(token, useClass), ...extraProviders];
  throw new SmsAsyncOptionsError(method);
}

function fromFactoryClass(
  token: string,
  factory: NonNullable<AliyunSmsAsyncSource['useExisting']>,
): FactoryProvider {
  return {
    provide: token,
    inject: [factory],
    useFactory: (instance: AliyunSmsOptionsFactory) => instance.createAliyunSmsOptions(),
  };
}
