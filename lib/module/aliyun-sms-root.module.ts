import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import type { AliyunSmsAsyncSource, SmsRootRegistration } from './aliyun-sms.module-definition.js';
import { createElementProviders } from '../elements/element.providers.js';
import { SmsElements } from '../elements/sms-elements.js';
import type { SmsClass } from '../registry/sms-class.js';
import { createTypeProviders } from '../registry/type.providers.js';
import { SMS_ROOT_OPTIONS, SMS_ROOT_TYPES } from '../common/sms.tokens.js';

/** What the root module is made of. */
export interface RootSetup extends Pick<SmsRootRegistration, 'elementsDir' | 'watch'> {
  /** Providers of the options. */
  providers: Provider[];
  imports: NonNullable<AliyunSmsAsyncSource['imports']>;
  types: SmsClass[];
}

/**
 * Holds the options of `forRoot`, its types and its element folders. It is always global, also if
 * `isGlobal` is false for the default instance: every instance of the application inherits from it.
 */
@Global()
@Module({})
export class AliyunSmsRootModule {
  static with({ providers, imports, types, elementsDir, watch = false }: RootSetup): DynamicModule {
    const elements = createElementProviders(elementsDir, watch);
    return {
      module: AliyunSmsRootModule,
      imports,
      providers: [...providers, ...createTypeProviders(types), ...elements.providers],
      exports: [SMS_ROOT_OPTIONS, SMS_ROOT_TYPES, SmsElements, ...elements.tokens],
    };
  }
}
