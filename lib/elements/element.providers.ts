import type { Provider } from '@nestjs/common';
import { getSmsToken, SMS_INSTANCES } from '../common/sms.tokens.js';
import type { InstanceStore } from '../registry/instance-store.js';
import { SmsRegistry } from '../registry/sms.registry.js';
import { elementNames } from './element-names.js';
import { SmsElements } from './sms-elements.js';

/**
 * Returns the provider of the element folders, and one for each folder. The names are needed here, for the tokens.
 * The files are read later, at bootstrap, where issues can be reported.
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
