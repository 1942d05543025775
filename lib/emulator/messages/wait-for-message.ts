import type { EmulatorEvent, Feed } from '../model/event-bus.js';
import type { EmulatorMessage } from '../model/message.js';
import { messageMatcher, type MessageFilter, type MessagePredicate } from './message.filter.js';
import type { MessageStore } from '../model/message.store.js';
import { WaitTimeoutError } from './wait-timeout.error.js';

export const DEFAULT_WAIT_MS = 5_000;

export interface WaitLimits {
  /** Milliseconds. */
  timeout: number;
  /** Ends the wait early. */
  signal: AbortSignal;
}

/** Resolves with the newest message that matches, or with the next one. */
export function waitForMessage(
  { messages, feed }: { messages: MessageStore; feed: Feed },
  filter: MessageFilter | MessagePredicate | undefined,
  limits: WaitLimits,
): Promise<EmulatorMessage> {
  const present = messages.newest(filter);
  if (present) return Promise.resolve(present);
  const matches = messageMatcher(filter);
  return waitForEvent(feed, limits, (event) =>
    event.type === 'message' && matches(event.message) ? event.message : undefined,
  );
}

function waitForEvent<T>(
  feed: Feed,
  { timeout, signal }: WaitLimits,
  pick: (event: EmulatorEvent) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      stop();
      reject(new Error('The emulator was closed while a message was waited for'));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new WaitTimeoutError(timeout));
    }, timeout);
    const unsubscribe = feed.subscribe((event) => {
      try {
        const picked = pick(event);
        if (picked === undefined) return;
        stop();
        resolve(picked);
      } catch (error) {
        // Of a caller's own predicate: it must not reach the one who sent the message.
        stop();
        reject(error as Error);
      }
    });
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
