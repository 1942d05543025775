import type { EmulatorEvent } from './event.wire.js';

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
