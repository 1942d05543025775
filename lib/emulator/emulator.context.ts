import type { EmulatorClock } from './emulator.clock.js';
import type { ResolvedOptions } from './emulator.options.js';
import type { MessageStore } from './messages/message.store.js';

/** What one emulator is made of: nothing of it is shared with another one in the process. */
export interface EmulatorContext {
  readonly options: ResolvedOptions;
  readonly clock: EmulatorClock;
  readonly messages: MessageStore;
}
