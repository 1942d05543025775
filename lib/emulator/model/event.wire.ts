import type { EmulatorMessage } from './message.wire.js';
import type { Push } from './push.wire.js';
import type { EmulatorReply } from './reply.wire.js';

/** Something that happened in the emulator. */
export type EmulatorEvent =
  | { type: 'message' | 'receipt'; message: EmulatorMessage }
  | { type: 'reply'; reply: EmulatorReply }
  | { type: 'push'; push: Push }
  | { type: 'cleared' | 'templates' | 'signs' | 'faults' | 'clock' };
