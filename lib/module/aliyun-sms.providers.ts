import { type Provider, Scope } from '@nestjs/common';
import { AliyunSms } from '../aliyun/aliyun-sms.js';
import { errorKind } from '../common/error-facts.js';
import { getSmsToken, SMS_INSTANCES, SMS_ROOT_OPTIONS } from '../common/sms.tokens.js';
import { SmsAsyncOptionsError, SmsTypeError } from '../errors/setup.errors.js';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsClass } from '../registry/sms-class.js';
import type { SmsInstanceOptions, SmsInstanceRecord } from '../registry/sms-instance.options.js';
import { classOfType, DEFAULT_TYPE } from '../registry/sms-types.js';
import { assertNoRegistrationKeys } from './registration-keys.js';
import type {
  AliyunSmsAsyncSource,
  AliyunSmsOptionsFactory,
} from './aliyun-sms.module-definition.js';

/** Provides the instance of `forRoot` under its name. */
export function createRootInstanceProvider(name: string): Provider {
  return {
    provide: getSmsToken(name),
    inject: [SMS_INSTANCES, SMS_ROOT_OPTIONS],
    useFactory: (store: InstanceStore, options: object) => {
      assertNoRegistrationKeys(options, { name }, 'forRootAsync');
      return store.addRoot({ ...options, name });
    },
  };
}

/** Provides the default instance under its class, so that `constructor(sms: AliyunSms)` gets it. */
export function createClassProvider(
  name: string,
  type: string = DEFAULT_TYPE,
  types: readonly SmsClass[] = [],
): Provider {
  if (isAliyunSms(type, types)) return { provide: AliyunSms, useExisting: getSmsToken(name) };
  return {
    provide: AliyunSms,
    // Such a provider is made for those that inject it. An application in which nobody does starts.
    scope: Scope.TRANSIENT,
    useFactory: () => {
      throw new SmsTypeError(
        `AliyunSms is injected, but the SMS instance "${name}" is of the type ${type}, whose class does not ` +
          `extend AliyunSms: inject it by name, as in @InjectSms() sms: Sms`,
      );
    },
  };
}

function isAliyunSms(type: string, types: readonly SmsClass[]): boolean {
  const own = classOfType(type, types);
  return own ? own.prototype instanceof AliyunSms : type === DEFAULT_TYPE;
}

/** Provides an instance with options that are known already. */
export function createInstanceProvider(options: SmsInstanceOptions): Provider {
  return {
    provide: getSmsToken(options.name),
    inject: [SMS_INSTANCES],
    useFactory: (store: InstanceStore) => store.add(options as SmsInstanceRecord, 'code'),
  };
}

/** Provides an instance with options that are injected. */
export function createAsyncInstanceProvider(
  { name, title, type }: Pick<SmsInstanceRecord, 'name' | 'title' | 'type'>,
  optionsToken: string,
): Provider {
  return {
    provide: getSmsToken(name),
    inject: [SMS_INSTANCES, optionsToken],
    useFactory: (store: InstanceStore, options: object) => {
      assertNoRegistrationKeys(options, { name, title, type }, 'forFeatureAsync');
      return store.add({ ...options, name, title, type }, 'code');
    },
  };
}

/** Provides the options of an async method under a token, with the providers that they depend on. */
export function createAsyncOptionsProviders<Result>(
  token: string,
  source: AliyunSmsAsyncSource<Result>,
  method: string,
): Provider[] {
  const { useFactory, useClass, useExisting, inject = [], extraProviders = [] } = source;
  const provide = (
    from: NonNullable<typeof inject>,
    make: (...args: never[]) => unknown,
  ): Provider => ({
    provide: token,
    inject: from,
    useFactory: async (...args: never[]) => assertOptions(await make(...args), method),
  });
  const fromClass = (factory: AliyunSmsOptionsFactory<Result>) => factory.createAliyunSmsOptions();
  if (useFactory) return [provide(inject, useFactory), ...extraProviders];
  if (useExisting) return [provide([useExisting], fromClass), ...extraProviders];
  if (useClass) return [useClass, provide([useClass], fromClass), ...extraProviders];
  throw new SmsAsyncOptionsError(method);
}

/** @throws SmsAsyncOptionsError for what is no object, which would boot as if all options were left out */
function assertOptions(options: unknown, method: string): object {
  const given = givenInstead(options);
  if (given !== undefined) throw new SmsAsyncOptionsError(method, given);
  return options as object;
}

/** Says what was given in place of an object with options. */
function givenInstead(options: unknown): string | undefined {
  if (options === null) return 'null';
  if (typeof options !== 'object') return typeof options;
  try {
    // Reads every option: the text of what a getter throws may hold anything.
    return Array.isArray(Object.entries(options) && options) ? 'an array' : undefined;
  } catch (thrown) {
    return `an object that cannot be read (${errorKind(thrown)})`;
  }
}
