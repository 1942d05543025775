import type { EmulatorMessage } from './message.js';
import { messageMatcher, type MessageFilter } from './message.filter.js';
import type { MessageStore } from './message.store.js';
import { WaitTimeoutError } from './wait-timeout.error.js';

export const DEFAULT_WAIT_MS = 5_000;

/** Resolves with the newest message that matches, or with the next one. */
export function waitForMessage(
  messages: MessageStore,
  filter: MessageFilter | undefined,
  timeout: number,
  signal: AbortSignal,
): Promise<EmulatorMessage> {
  const present = messages.newest(filter);
  if (present) return Promise.resolve(present);
  return new Promise((resolve, reject) => {
    const matches = messageMatcher(filter);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const onAbort = () =>
      settle(() => reject(new Error('The emulator was closed while a message was waited for')));
    const timer = setTimeout(() => settle(() => reject(new WaitTimeoutError(timeout))), timeout);
    const unsubscribe = messages.subscribe((message) => {
      if (matches(message)) settle(() => resolve(message));
    });
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
