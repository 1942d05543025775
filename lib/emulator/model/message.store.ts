import type { Feed } from './event-bus.js';
import type { Receipt } from './receipt.js';
import type { EmulatorMessage } from './message.js';
import { messageMatcher, type MessageFilter, type MessagePredicate } from '../messages/message.filter.js';

/** The last messages in a ring, so that memory does not grow. */
export class MessageStore {
  private ring: EmulatorMessage[] = [];
  private next = 0;
  private sequence = 0;
  /** The sequence number before the first message in the ring since it was last empty. */
  private sequenceAtClear = 0;
  private bizCount = 0;

  constructor(
    private readonly capacity: number,
    private readonly feed: Feed,
  ) {}

  get count(): number {
    return this.ring.length;
  }

  add(message: Omit<EmulatorMessage, 'id'>): EmulatorMessage {
    const stored: EmulatorMessage = { id: `m${++this.sequence}`, ...message };
    this.ring[this.next] = stored;
    this.next = (this.next + 1) % this.capacity;
    this.feed.emit({ type: 'message', message: stored });
    return stored;
  }

  get(id: string): EmulatorMessage | undefined {
    const place = (Number(id.slice(1)) - this.sequenceAtClear - 1) % this.capacity;
    const message = this.ring[place];
    return message?.id === id ? message : undefined;
  }

  /** Newest first. */
  list(filter?: MessageFilter | MessagePredicate): EmulatorMessage[] {
    const matches = messageMatcher(filter);
    const found: EmulatorMessage[] = [];
    for (const message of this.newestFirst()) if (matches(message)) found.push(message);
    return found;
  }

  newest(filter?: MessageFilter | MessagePredicate): EmulatorMessage | undefined {
    const matches = messageMatcher(filter);
    for (const message of this.newestFirst()) if (matches(message)) return message;
    return undefined;
  }

  setReceipt(message: EmulatorMessage, receipt: Receipt): void {
    (message as { receipt: Receipt }).receipt = receipt;
    this.feed.emit({ type: 'receipt', message });
  }

  clear(): number {
    const { length } = this.ring;
    this.ring = [];
    this.next = 0;
    this.sequenceAtClear = this.sequence;
    this.feed.emit({ type: 'cleared' });
    return length;
  }

  /** Eighteen digits and `^0`, as Aliyun writes it. */
  nextBizId(): string {
    this.bizCount = (this.bizCount + 1) % 100_000;
    return `${Date.now()}${String(this.bizCount).padStart(5, '0')}^0`;
  }

  private *newestFirst(): Generator<EmulatorMessage> {
    const { length } = this.ring;
    for (let back = 1; back <= length; back++) {
      yield this.ring[(this.next - back + length) % length]!;
    }
  }
}
