import type { Provider } from '@nestjs/common';
import { elementNames } from './sub-folders.js';
import { getSmsToken } from '../common/sms.tokens.js';
import { SmsElements } from './sms-elements.js';
import { SmsRegistry } from '../registry/sms.registry.js';

/**
 * The element folders, and a provider for each of them. Their names have to be known here, since
 * tokens are; what is in them is read at bootstrap, where a fault can be reported.
 */
export function createElementProviders(directory: string | undefined, watch: boolean) {
  const names = directory === undefined ? [] : elementNames(directory);
  const providers: Provider[] = [
    {
      provide: SmsElements,
      inject: [SmsRegistry],
      useFactory: (registry: SmsRegistry) => new SmsElements(registry, { directory, watch }).load(),
    },
    ...names.map((name) => ({
      provide: getSmsToken(name),
      inject: [SmsRegistry, SmsElements],
      useFactory: (registry: SmsRegistry) => registry.get(name),
    })),
  ];
  return { providers, tokens: names.map((name) => getSmsToken(name)) };
}
