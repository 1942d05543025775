import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type {
  AliyunSmsRootAsyncOptions,
  AliyunSmsRootOptions,
  SmsInstanceAsyncOptions,
  SmsRegistration,
} from './aliyun-sms.module-definition.js';
import type { SmsInstanceOptions } from './aliyun-sms.options.js';
import {
  createAsyncInstanceProvider,
  createAsyncOptionsProviders,
  createInstanceProvider,
  createRootInstanceProvider,
} from './aliyun-sms.providers.js';
import { AliyunSmsRootModule } from './aliyun-sms-root.module.js';
import { SmsRegistryModule } from './sms-registry.module.js';
import { DEFAULT_INSTANCE, getSmsToken, SMS_ROOT_OPTIONS } from './sms.tokens.js';

/** Registers named SMS instances as providers. */
@Module({})
export class AliyunSmsModule {
  /**
   * Settings that all instances inherit, and the default instance (`@InjectSms()`), which every
   * module may inject unless `isGlobal` is false.
   */
  static forRoot({ name, isGlobal, ...options }: AliyunSmsRootOptions): DynamicModule {
    return root({ name, isGlobal }, [{ provide: SMS_ROOT_OPTIONS, useValue: options }]);
  }

  /**
   * `forRoot` with options from elsewhere.
   *
   * @example AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider())
   */
  static forRootAsync({ name, isGlobal, ...source }: AliyunSmsRootAsyncOptions): DynamicModule {
    const providers = createAsyncOptionsProviders(SMS_ROOT_OPTIONS, source, 'forRootAsync');
    return root({ name, isGlobal }, providers, source.imports);
  }

  /**
   * Further instances, each with the settings in which it differs from `forRoot`.
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

  /** `forFeature` with options from elsewhere, each instance from its own source. */
  static forFeatureAsync(
    instances: SmsInstanceAsyncOptions | SmsInstanceAsyncOptions[],
    { isGlobal = false }: Pick<SmsRegistration, 'isGlobal'> = {},
  ): DynamicModule {
    const list = [instances].flat();
    const providers = list.flatMap(({ name, title, ...source }) => {
      const optionsToken = `${getSmsToken(name)}.options`;
      return [
        ...createAsyncOptionsProviders(optionsToken, source, 'forFeatureAsync'),
        createAsyncInstanceProvider(title === undefined ? { name } : { name, title }, optionsToken),
      ];
    });
    const imports = list.flatMap((instance) => instance.imports ?? []);
    return feature(list, isGlobal, providers, imports);
  }
}

function feature(
  instances: readonly Pick<SmsInstanceOptions, 'name'>[],
  isGlobal: boolean,
  providers: Provider[],
  imports: NonNullable<DynamicModule['imports']> = [],
): DynamicModule {
  return {
    module: AliyunSmsModule,
    global: isGlobal,
    imports: [SmsRegistryModule, ...imports],
    providers,
    exports: instances.map(({ name }) => getSmsToken(name)),
  };
}

function root(
  { name = DEFAULT_INSTANCE, isGlobal = true }: SmsRegistration,
  optionsProviders: Provider[],
  imports?: AliyunSmsRootAsyncOptions['imports'],
): DynamicModule {
  return {
    module: AliyunSmsModule,
    global: isGlobal,
    imports: [SmsRegistryModule, AliyunSmsRootModule.with(optionsProviders, imports)],
    providers: [createRootInstanceProvider(name)],
    exports: [getSmsToken(name)],
  };
}
