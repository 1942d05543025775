import { Global, Module, type Provider } from '@nestjs/common';
import { AliyunSms } from '../aliyun/aliyun-sms.js';
import {
  SMS_INSTANCES,
  SMS_ROOT_OPTIONS,
  SMS_ROOT_TYPES,
  SMS_TYPES,
} from '../common/sms.tokens.js';
import { FailoverSms } from '../failover/failover-sms.js';
import { InstanceStore } from '../registry/instance-store.js';
import { SmsRegistry } from '../registry/sms.registry.js';
import { SmsTypes } from '../registry/sms-types.js';
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

const instancesProvider: Provider = {
  provide: SMS_INSTANCES,
  inject: [SMS_TYPES, { token: SMS_ROOT_OPTIONS, optional: true }],
  useFactory: (types: SmsTypes, root?: object) => new InstanceStore(types, root),
};

/** Holds the one registry of the application. Every registration imports this module, and Nest makes it once. */
@Global()
@Module({
  providers: [typesProvider, instancesProvider, SmsRegistry],
  exports: [SmsRegistry, SMS_INSTANCES, SMS_TYPES],
})
export class SmsRegistryModule {}
