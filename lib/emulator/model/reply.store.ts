import type { EventBus } from './event-bus.js';
import type { EmulatorReply } from './reply.wire.js';

const MAX_REPLIES = 1_000;

/** Keeps the last replies. */
export class ReplyStore {
  readonly #events: EventBus;
  #replies: EmulatorReply[] = [];
  #sequence = 0;

  constructor(events: EventBus) {
    this.#events = events;
  }

  add(reply: Omit<EmulatorReply, 'id'>): EmulatorReply {
    const stored: EmulatorReply = { id: `u${++this.#sequence}`, ...reply };
    this.#replies.push(stored);
    if (this.#replies.length > MAX_REPLIES) this.#replies.shift();
    this.#events.emit({ type: 'reply', reply: stored });
    return stored;
  }

  /** Newest first. */
  list(): EmulatorReply[] {
    return this.#replies.toReversed();
  }

  clear(): void {
    this.#replies = [];
  }
}
