import type { Provider } from '@nestjs/common';
import { getSmsToken, SMS_INSTANCES } from '../common/sms.tokens.js';
import type { InstanceStore } from '../registry/instance-store.js';
import { SmsRegistry } from '../registry/sms.registry.js';
import { SmsElements } from './sms-elements.js';
import { elementNames } from './sub-folders.js';

/**
 * The element folders, and a provider for each of them. Their names have to be known here, since
 * tokens are; what is in them is read at bootstrap, where an issue can be reported.
 */
export function createElementProviders(directory: string | undefined, watch: boolean) {
  const names = directory === undefined ? [] : elementNames(directory);
  const providers: Provider[] = [
    {
      provide: SmsElements,
      inject: [SMS_INSTANCES, SmsRegistry],
      useFactory: (store: InstanceStore, registry: SmsRegistry) =>
        new SmsElements({ directory, watch, store, registry }).load(),
    },
    ...names.map((name) => ({
      provide: getSmsToken(name),
      inject: [SmsRegistry, SmsElements],
      useFactory: (registry: SmsRegistry) => registry.get(name),
    })),
  ];
  return { providers, tokens: names.map((name) => getSmsToken(name)) };
}
