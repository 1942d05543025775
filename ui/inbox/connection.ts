import { batch, signal } from '@preact/signals';
import type { Health } from '../../lib/emulator/control/responses.wire.ts';
import type { EmulatorEvent } from '../../lib/emulator/model/event.wire.ts';
import { coalesce } from '../shared/coalesce.ts';
import { followEvents } from '../shared/events.ts';
import { api, EVENTS_URL } from './api.ts';
import type { InboxStore } from './store.ts';

/** The newest messages come first, so that the page is there at once; the older ones follow in parts. */
const FIRST_PAGE = 500;
const PAGE = 2_000;
const PAUSE_MS = 400;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Keeps the store as the emulator is. */
export class Connection {
  readonly state = signal<'connecting' | 'live' | 'lost'>('connecting');
  readonly health = signal<Health | undefined>(undefined);
  readonly #store: InboxStore;
  readonly #onOther: (events: readonly EmulatorEvent[] | 'all') => void;
  /** Events that came while everything was fetched: the response may be older than they are. */
  #waiting: EmulatorEvent[] | undefined;
  #generation = 0;

  /** `onOther` is told the events that are not about messages. */
  constructor(store: InboxStore, onOther: (events: readonly EmulatorEvent[] | 'all') => void) {
    this.#store = store;
    this.#onOther = onOther;
  }

  start(): void {
    let isSame = false;
    const load = coalesce(async () => {
      const isNew = !isSame;
      isSame = true;
      await this.#load(isNew);
      // While bursts go on the page has time to draw.
      await pause();
    });
    followEvents<EmulatorEvent>(EVENTS_URL, {
      onOpen: () => {
        isSame = false;
        void load();
      },
      onGap: () => void load(),
      onEvents: (events) => this.#take(events),
      onLost: () => {
        this.state.value = 'lost';
      },
    });
  }

  /** All anew. Of a new emulator (it was restarted, perhaps) nothing is kept; else what it has no more goes at the end. */
  async #load(isNew: boolean): Promise<void> {
    const generation = ++this.#generation;
    this.#waiting = [];
    const loaded = await Promise.all([
      api.messages(0, FIRST_PAGE),
      api.replies(),
      api.health(),
    ]).catch(() => undefined);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    // The stream says when the emulator is there again.
    if (!loaded) return;
    const [{ messages, total }, { replies }, health] = loaded;
    if (isNew) this.#store.clear();
    const gone = this.#store.ids();
    for (const { id } of [...messages, ...replies]) gone.delete(id);
    this.#store.setCapacity(health.maxMessages);
    for (const message of messages.toReversed()) this.#store.put(message);
    for (const reply of replies.toReversed()) this.#store.putReply(reply);
    this.#take(waiting);
    batch(() => {
      this.#store.flush();
      this.health.value = health;
      this.state.value = 'live';
    });
    this.#onOther('all');
    void this.#loadOlder(generation, messages.length, total, gone);
  }

  async #loadOlder(generation: number, from: number, total: number, gone: Set<string>) {
    for (let offset = from; offset < total; offset += PAGE) {
      await pause();
      if (generation !== this.#generation) return;
      const page = await api.messages(offset, PAGE).catch(() => undefined);
      if (!page || generation !== this.#generation) return;
      for (const { id } of page.messages) gone.delete(id);
      this.#store.putOlder(page.messages);
    }
    this.#store.drop(gone);
  }

  #take(events: readonly EmulatorEvent[]): void {
    if (this.#waiting) {
      this.#waiting.push(...events);
      return;
    }
    const others: EmulatorEvent[] = [];
    for (const event of events) {
      if (event.type === 'message' || event.type === 'receipt') this.#store.put(event.message);
      else if (event.type === 'reply') this.#store.putReply(event.reply);
      else if (event.type === 'cleared') {
        // What is on its way belongs to the time before.
        this.#generation++;
        this.#store.clear();
      } else others.push(event);
    }
    if (others.length > 0) this.#onOther(others);
  }
}
