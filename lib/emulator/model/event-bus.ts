import type { EmulatorMessage } from './message.js';
import type { EmulatorReply } from './reply.js';
import type { Push } from './push.js';

/** What happened in the emulator, as it happens. */
export type EmulatorEvent =
  | { type: 'message' | 'receipt'; message: EmulatorMessage }
  | { type: 'reply'; reply: EmulatorReply }
  | { type: 'push'; push: Push }
  | { type: 'cleared' | 'templates' | 'signs' | 'faults' | 'clock' };

export type EventListener = (event: EmulatorEvent) => void;

export class Feed {
  private readonly listeners = new Set<EventListener>();

  emit(event: EmulatorEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Tells of every event from now on, until the returned function is called. */
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
