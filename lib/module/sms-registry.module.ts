import { Global, Module, type Provider } from '@nestjs/common';
import { AliyunSms } from '../aliyun/aliyun-sms.js';
import { FailoverSms } from '../failover/failover-sms.js';
import { SMS_ROOT_TYPES, SMS_TYPES } from '../common/sms.tokens.js';
import { SmsTypes } from '../schema/index.js';
import { SmsRegistry } from '../registry/sms.registry.js';
import type { ResolvedType } from '../registry/type.providers.js';

const typesProvider: Provider = {
  provide: SMS_TYPES,
  inject: [{ token: SMS_ROOT_TYPES, optional: true }],
  useFactory: (own: ResolvedType[] = []) => {
    const types = new SmsTypes().add(AliyunSms).add(FailoverSms);
    for (const { type, dependencies } of own) types.add(type, dependencies);
    return types;
  },
};

/** One registry an application: every registration imports this module, and Nest keeps it once. */
@Global()
@Module({ providers: [typesProvider, SmsRegistry], exports: [SmsRegistry, SMS_TYPES] })
export class SmsRegistryModule {}
