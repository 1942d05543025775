import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { AliyunSms } from '../aliyun/aliyun-sms.js';
import type { SmsInstanceOptions, SmsInstanceRecord } from '../registry/sms-instance.options.js';
import type {
  AliyunSmsRootAsyncOptions,
  AliyunSmsRootOptions,
  SmsInstanceAsyncOptions,
  SmsRegistration,
  SmsRootRegistration,
} from './aliyun-sms.module-definition.js';
import {
  createAsyncInstanceProvider,
  createAsyncOptionsProviders,
  createInstanceProvider,
  createClassProvider,
  createRootInstanceProvider,
} from './aliyun-sms.providers.js';
import { assertSourceKeys } from './registration-keys.js';
import { AliyunSmsRootModule } from './aliyun-sms-root.module.js';
import { SmsRegistryModule } from './sms-registry.module.js';
import { DEFAULT_INSTANCE, getSmsToken, SMS_ROOT_OPTIONS } from '../common/sms.tokens.js';

/** Registers named SMS instances as providers. */
@Module({})
export class AliyunSmsModule {
  /**
   * Sets the options that all instances inherit, and registers the default instance (`@InjectSms()`).
   * Every module can inject it, unless `isGlobal` is false.
   */
  static forRoot(registration: AliyunSmsRootOptions = {}): DynamicModule {
    const { keys, options } = rootKeys(registration);
    const { type } = registration as { type?: string };
    return root(keys, [{ provide: SMS_ROOT_OPTIONS, useValue: options }], type);
  }

  /**
   * `forRoot` with options of a factory or class.
   *
   * @example AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider())
   */
  static forRootAsync(registration: AliyunSmsRootAsyncOptions = {}): DynamicModule {
    const { keys, options } = rootKeys(registration);
    assertSourceKeys(options, keys.name ?? DEFAULT_INSTANCE, 'forRootAsync');
    return root(keys, createAsyncOptionsProviders(SMS_ROOT_OPTIONS, options, 'forRootAsync'));
  }

  /**
   * Registers further instances, each with the options in which it differs from `forRoot`.
   *
   * @example AliyunSmsModule.forFeature([{ name: 'login', verifySign: '某某科技' }])
   */
  static forFeature(
    instances: SmsInstanceOptions | SmsInstanceOptions[],
    { isGlobal = false }: Pick<SmsRegistration, 'isGlobal'> = {},
  ): DynamicModule {
    const list = [instances].flat();
    return feature(list, isGlobal, list.map(createInstanceProvider));
  }

  /** `forFeature` with options of a factory or class for each instance. */
  static forFeatureAsync(
    instances: SmsInstanceAsyncOptions | SmsInstanceAsyncOptions[],
    { isGlobal = false }: Pick<SmsRegistration, 'isGlobal'> = {},
  ): DynamicModule {
    const list = [instances].flat();
    const providers = list.flatMap(({ name, title, type, ...source }) => {
      assertSourceKeys(source, name, 'forFeatureAsync');
      const optionsToken = `${getSmsToken(name)}.options`;
      return [
        ...createAsyncOptionsProviders(optionsToken, source, 'forFeatureAsync'),
        createAsyncInstanceProvider({ name, title, type }, optionsToken),
      ];
    });
    const imports = list.flatMap((instance) => instance.imports ?? []);
    return feature(list, isGlobal, providers, imports);
  }
}

function feature(
  instances: readonly Pick<SmsInstanceRecord, 'name' | 'type'>[],
  isGlobal: boolean,
  providers: Provider[],
  imports: NonNullable<DynamicModule['imports']> = [],
): DynamicModule {
  const byClass = instances
    .filter(({ name }) => name === DEFAULT_INSTANCE)
    .map(({ name, type }) => createClassProvider(name, type));
  return {
    module: AliyunSmsModule,
    global: isGlobal,
    imports: [SmsRegistryModule, ...imports],
    providers: [...providers, ...byClass],
    exports: [...instances.map(({ name }) => getSmsToken(name)), ...byClass.map(() => AliyunSms)],
  };
}

function rootKeys<T extends SmsRootRegistration>(registration: T) {
  const { name, isGlobal, imports, types, elementsDir, watch, ...options } = registration;
  return { keys: { name, isGlobal, imports, types, elementsDir, watch }, options };
}

function root(
  keys: SmsRootRegistration,
  optionsProviders: Provider[],
  type?: string,
): DynamicModule {
  const { name = DEFAULT_INSTANCE, isGlobal = true, imports = [], types = [], ...elements } = keys;
  const setup = { providers: optionsProviders, imports, types, ...elements };
  return {
    module: AliyunSmsModule,
    global: isGlobal,
    imports: [SmsRegistryModule, AliyunSmsRootModule.with(setup)],
    providers: [createRootInstanceProvider(name), createClassProvider(name, type, types)],
    exports: [getSmsToken(name), AliyunSms],
  };
}
