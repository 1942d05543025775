import type { Feed } from './event-bus.js';
import type { EmulatorReply } from './reply.js';

const KEPT = 1_000;

/** The last replies. */
export class ReplyStore {
  private replies: EmulatorReply[] = [];
  private sequence = 0;

  constructor(private readonly feed: Feed) {}

  add(reply: Omit<EmulatorReply, 'id'>): EmulatorReply {
    const stored: EmulatorReply = { id: `u${++this.sequence}`, ...reply };
    this.replies.push(stored);
    if (this.replies.length > KEPT) this.replies.shift();
    this.feed.emit({ type: 'reply', reply: stored });
    return stored;
  }

  /** Newest first. */
  list(): EmulatorReply[] {
    return this.replies.toReversed();
  }

  clear(): void {
    this.replies = [];
  }
}
