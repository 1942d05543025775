import { computed, signal } from '@preact/signals';
import type { EmulatorMessage } from '../../lib/emulator/model/message.wire.ts';
import type { EmulatorReply } from '../../lib/emulator/model/reply.wire.ts';
import { sorted, unreadOf, type Conversation, type Item } from './conversation.ts';
import { oncePerFrame, type Schedule } from '../shared/frame.ts';
import { searchableReply, searchableText, wordsOf } from './search.ts';

/** A row of the list of numbers. */
export interface NumberRow {
  readonly phoneNumber: string;
  readonly last: Item;
  readonly unread: number;
}

const NOTHING: readonly Item[] = [];

/** As many messages as the emulator keeps by default. */
const DEFAULT_CAPACITY = 10_000;

/**
 * The messages and replies that the page holds, by number. It is changed at once; what is drawn of it changes once
 * per frame, however many messages have arrived meanwhile.
 */
export class InboxStore {
  readonly search = signal('');
  readonly #version = signal(0);
  readonly #touch: () => void;
  readonly #conversations = new Map<string, Conversation>();
  /** In the order of arrival: the oldest is dropped first. */
  readonly #held = new Map<string, Item>();
  readonly #texts = new WeakMap<Item, string>();
  #capacity = DEFAULT_CAPACITY;
  #seen: ReadonlyMap<string, number>;

  constructor(schedule?: Schedule, seen: ReadonlyMap<string, number> = new Map()) {
    this.#seen = seen;
    this.#touch = oncePerFrame(() => this.flush(), schedule);
  }

  readonly isEmpty = computed(() => {
    void this.#version.value;
    return this.#held.size === 0;
  });

  /** How many messages and replies the page holds. */
  readonly count = computed(() => {
    void this.#version.value;
    return this.#held.size;
  });

  /** The numbers with a text that the search finds, the one with the newest text first. */
  readonly numbers = computed<readonly NumberRow[]>(() => {
    void this.#version.value;
    const words = wordsOf(this.search.value);
    const rows: NumberRow[] = [];
    for (const conversation of this.#conversations.values()) {
      const last = sorted(conversation).findLast((item) => this.#matches(item, words));
      if (last) {
        rows.push({
          phoneNumber: conversation.phoneNumber,
          last,
          unread: unreadOf(conversation),
        });
      }
    }
    return rows.sort((a, b) => b.last.at - a.last.at);
  });

  /** Messages that nobody has looked at, of all numbers. */
  readonly unread = computed(() => {
    void this.#version.value;
    let unread = 0;
    for (const conversation of this.#conversations.values()) unread += unreadOf(conversation);
    return unread;
  });

  /** The texts of a number that the search finds, oldest first. The same list as before where nothing has changed. */
  conversation(phoneNumber: string): readonly Item[] {
    void this.#version.value;
    const search = this.search.value;
    const conversation = this.#conversations.get(phoneNumber);
    if (!conversation) return NOTHING;
    if (conversation.found?.search === search) return conversation.found.items;
    const words = wordsOf(search);
    const items = sorted(conversation).filter((item) => this.#matches(item, words));
    conversation.found = { search, items };
    return items;
  }

  setCapacity(capacity: number): void {
    this.#capacity = Math.min(capacity, DEFAULT_CAPACITY);
    this.#dropOldest();
  }

  /** Adds a message, or replaces the one with its id. */
  put(message: EmulatorMessage): void {
    this.#put({
      kind: 'message',
      id: message.id,
      phoneNumber: message.phoneNumber,
      at: Date.parse(message.receivedAt),
      message,
    });
    this.#dropOldest();
  }

  putReply(reply: EmulatorReply): void {
    this.#put({
      kind: 'reply',
      id: reply.id,
      phoneNumber: reply.phoneNumber,
      at: Date.parse(reply.sentAt),
      reply,
    });
    this.#dropOldest();
  }

  /** Adds messages that are older than those that are held, newest first. What is held already stays as it is. */
  putOlder(messages: readonly EmulatorMessage[]): void {
    const newer = [...this.#held.values()];
    const fresh = messages.filter(({ id }) => !this.#held.has(id)).reverse();
    this.#held.clear();
    for (const message of fresh) this.put(message);
    for (const item of newer) this.#held.set(item.id, item);
    this.#dropOldest();
  }

  /** Has what has changed drawn now. */
  flush(): void {
    this.#version.value++;
  }

  /** The ids of all messages and replies that are held. */
  ids(): Set<string> {
    return new Set(this.#held.keys());
  }

  drop(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const item = this.#held.get(id);
      if (item) this.#remove(item);
    }
  }

  clear(): void {
    this.#seen = this.seen();
    this.#held.clear();
    this.#conversations.clear();
    this.#touch();
  }

  /** Marks what has arrived at a number as read. */
  look(phoneNumber: string): void {
    const conversation = this.#conversations.get(phoneNumber);
    const newest = conversation && sorted(conversation).at(-1)?.at;
    if (!conversation || newest === undefined || newest <= conversation.seen) return;
    conversation.seen = newest;
    this.#touch();
  }

  /** By number, the time of the newest text that was looked at. */
  seen(): Map<string, number> {
    const looked = [...this.#conversations.values()].filter(({ seen }) => seen > 0);
    return new Map([
      ...this.#seen,
      ...looked.map((each) => [each.phoneNumber, each.seen] as const),
    ]);
  }

  #put(item: Item): void {
    const old = this.#held.get(item.id);
    if (old && old.phoneNumber !== item.phoneNumber) this.#remove(old);
    const conversation = this.#conversationWith(item.phoneNumber);
    const { items } = conversation;
    conversation.found = undefined;
    const place = old ? items.lastIndexOf(old) : -1;
    if (place >= 0) items[place] = item;
    else {
      const newest = items.at(-1);
      if (newest && item.at < newest.at) conversation.isSorted = false;
      items.push(item);
    }
    this.#held.set(item.id, item);
    this.#touch();
  }

  #conversationWith(phoneNumber: string): Conversation {
    let conversation = this.#conversations.get(phoneNumber);
    if (!conversation) {
      const seen = this.#seen.get(phoneNumber) ?? 0;
      conversation = { phoneNumber, items: [], seen, isSorted: true };
      this.#conversations.set(phoneNumber, conversation);
    }
    return conversation;
  }

  #dropOldest(): void {
    for (const item of this.#held.values()) {
      if (this.#held.size <= this.#capacity) return;
      this.#remove(item);
    }
  }

  #remove(item: Item): void {
    this.#held.delete(item.id);
    const conversation = this.#conversations.get(item.phoneNumber);
    if (!conversation) return;
    conversation.found = undefined;
    conversation.items.splice(conversation.items.indexOf(item), 1);
    if (conversation.items.length === 0) this.#conversations.delete(item.phoneNumber);
    this.#touch();
  }

  #matches(item: Item, words: readonly string[]): boolean {
    if (words.length === 0) return true;
    let text = this.#texts.get(item);
    if (text === undefined) {
      text = item.kind === 'message' ? searchableText(item.message) : searchableReply(item.reply);
      this.#texts.set(item, text);
    }
    return words.every((word) => text.includes(word));
  }
}
