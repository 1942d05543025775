import type { EmulatorMessage } from './message.js';
import { messageMatcher, type MessageFilter } from './message.filter.js';

export type MessageListener = (message: EmulatorMessage) => void;

/** The last messages in a ring, so that memory does not grow. */
export class MessageStore {
  private ring: EmulatorMessage[] = [];
  private next = 0;
  private sequence = 0;
  private bizCount = 0;
  private readonly listeners = new Set<MessageListener>();

  constructor(private readonly capacity: number) {}

  add(message: Omit<EmulatorMessage, 'id'>): EmulatorMessage {
    const stored: EmulatorMessage = { id: `m${++this.sequence}`, ...message };
    this.ring[this.next] = stored;
    this.next = (this.next + 1) % this.capacity;
    for (const listener of this.listeners) listener(stored);
    return stored;
  }

  /** Newest first. */
  list(filter?: MessageFilter): EmulatorMessage[] {
    const matches = messageMatcher(filter);
    const found: EmulatorMessage[] = [];
    for (const message of this.newestFirst()) if (matches(message)) found.push(message);
    return found;
  }

  newest(filter?: MessageFilter): EmulatorMessage | undefined {
    const matches = messageMatcher(filter);
    for (const message of this.newestFirst()) if (matches(message)) return message;
    return undefined;
  }

  clear(): void {
    this.ring = [];
    this.next = 0;
  }

  /** Eighteen digits and `^0`, as Aliyun writes it. */
  nextBizId(): string {
    this.bizCount = (this.bizCount + 1) % 100_000;
    return `${Date.now()}${String(this.bizCount).padStart(5, '0')}^0`;
  }

  /** Tells of every message from now on, until the returned function is called. */
  subscribe(listener: MessageListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private *newestFirst(): Generator<EmulatorMessage> {
    const { length } = this.ring;
    for (let back = 1; back <= length; back++) {
      yield this.ring[(this.next - back + length) % length]!;
    }
  }
}
