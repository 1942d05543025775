import { Global, Module } from '@nestjs/common';
import { SmsRegistry } from './sms.registry.js';

/** One registry an application: every registration imports this module, and Nest keeps it once. */
@Global()
@Module({ providers: [SmsRegistry], exports: [SmsRegistry] })
export class SmsRegistryModule {}
