import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import type { AliyunSmsAsyncSource } from './aliyun-sms.module-definition.js';
import { SMS_ROOT_OPTIONS } from './sms.tokens.js';

/**
 * Holds the options of `forRoot`. Global whatever `isGlobal` says of the default instance: every
 * instance inherits from it, in whichever order the modules are imported.
 */
@Global()
@Module({})
export class AliyunSmsRootModule {
  static with(providers: Provider[], imports: AliyunSmsAsyncSource['imports'] = []): DynamicModule {
    return { module: AliyunSmsRootModule, imports, providers, exports: [SMS_ROOT_OPTIONS] };
  }
}
