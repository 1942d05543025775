import type { EmulatorMessage } from './message.js';
import type { Push } from './push.js';
import type { EmulatorReply } from './reply.js';

/** Something that happened in the emulator. */
export type EmulatorEvent =
  | { type: 'message' | 'receipt'; message: EmulatorMessage }
  | { type: 'reply'; reply: EmulatorReply }
  | { type: 'push'; push: Push }
  | { type: 'cleared' | 'templates' | 'signs' | 'faults' | 'clock' };

export type EventListener = (event: EmulatorEvent) => void;

export class EventBus {
  readonly #listeners = new Set<EventListener>();

  emit(event: EmulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls the listener for every event from now on. Returns a function that unsubscribes. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
