import { WaitTimeoutError } from '../errors.js';
import type { EventBus } from './event-bus.js';
import { messageMatcher, type MessageFilter, type MessagePredicate } from './message.js';
import type { EmulatorMessage } from './message.wire.js';
import type { Receipt } from './receipt.wire.js';

export interface WaitLimits {
  /** Milliseconds. */
  timeout: number;
  /** Ends the wait early. */
  signal: AbortSignal;
}

/** Keeps the last messages in a ring, so that the memory does not grow. */
export class MessageStore {
  readonly #capacity: number;
  readonly #events: EventBus;
  #ring: EmulatorMessage[] = [];
  #next = 0;
  #sequence = 0;
  /** The sequence number before the first message since the ring was last empty. */
  #sequenceAtClear = 0;
  #bizCount = 0;

  constructor(capacity: number, events: EventBus) {
    this.#capacity = capacity;
    this.#events = events;
  }

  get count(): number {
    return this.#ring.length;
  }

  add(message: Omit<EmulatorMessage, 'id'>): EmulatorMessage {
    const stored: EmulatorMessage = { id: `m${++this.#sequence}`, ...message };
    this.#ring[this.#next] = stored;
    this.#next = (this.#next + 1) % this.#capacity;
    this.#events.emit({ type: 'message', message: stored });
    return stored;
  }

  get(id: string): EmulatorMessage | undefined {
    const place = (Number(id.slice(1)) - this.#sequenceAtClear - 1) % this.#capacity;
    const message = this.#ring[place];
    return message?.id === id ? message : undefined;
  }

  /** Newest first. */
  list(filter?: MessageFilter | MessagePredicate): EmulatorMessage[] {
    const matches = messageMatcher(filter);
    const found: EmulatorMessage[] = [];
    for (const message of this.#newestFirst()) if (matches(message)) found.push(message);
    return found;
  }

  newest(filter?: MessageFilter | MessagePredicate): EmulatorMessage | undefined {
    const matches = messageMatcher(filter);
    for (const message of this.#newestFirst()) if (matches(message)) return message;
    return undefined;
  }

  /** Resolves with the newest message that matches, or with the next one that arrives. */
  waitFor(
    filter: MessageFilter | MessagePredicate | undefined,
    { timeout, signal }: WaitLimits,
  ): Promise<EmulatorMessage> {
    const present = this.newest(filter);
    if (present) return Promise.resolve(present);
    const matches = messageMatcher(filter);
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
      const unsubscribe = this.#events.subscribe((event) => {
        try {
          if (event.type !== 'message' || !matches(event.message)) return;
          stop();
          resolve(event.message);
        } catch (error) {
          // The caller's own predicate threw: the sender of the message must not get that error.
          stop();
          reject(error as Error);
        }
      });
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) onAbort();
    });
  }

  setReceipt(message: EmulatorMessage, receipt: Receipt): void {
    (message as { receipt: Receipt }).receipt = receipt;
    this.#events.emit({ type: 'receipt', message });
  }

  /** Returns how many messages were removed. */
  clear(): number {
    const { length } = this.#ring;
    this.#ring = [];
    this.#next = 0;
    this.#sequenceAtClear = this.#sequence;
    this.#events.emit({ type: 'cleared' });
    return length;
  }

  /** Eighteen digits and `^0`, as Aliyun writes it. */
  nextBizId(): string {
    this.#bizCount = (this.#bizCount + 1) % 100_000;
    return `${Date.now()}${String(this.#bizCount).padStart(5, '0')}^0`;
  }

  *#newestFirst(): Generator<EmulatorMessage> {
    const { length } = this.#ring;
    for (let back = 1; back <= length; back++) {
      yield this.#ring[(this.#next - back + length) % length]!;
    }
  }
}
