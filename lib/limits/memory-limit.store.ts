import type {
  LimitReservation,
  LimitSlot,
  LimitStore,
  LimitVerdict,
} from './limit-store.interface.js';

interface Entry {
  /** Oldest first. */
  stamps: { id: string; at: number }[];
  /** Length of the longest window: what is older counts nowhere. */
  span: number;
}

const LOOKS_PER_SLOT = 2;

/**
 * Counts in this process. Exact for one process; several of them each allow the whole limit, so
 * give those the store of `nestjs-aliyun-sms/redis`.
 *
 * Memory stays in proportion to the messages of the longest window.
 */
export class MemoryLimitStore implements LimitStore {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  #cursor = this.#entries.entries();

  /**
   * @param now milliseconds of a clock, by default a monotonic one, which does not follow when the
   * machine's time is set
   */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counters kept at the moment, with those that have expired but are not yet dropped. */
  get size(): number {
    return this.#entries.size;
  }

  // No await before the last place is taken: that makes it atomic within a process.
  reserve({ id, slots }: LimitReservation): Promise<LimitVerdict> {
    const now = this.#now();
    this.#dropExpired(slots.length * LOOKS_PER_SLOT, now);
    const refusal = this.#longestWait(slots, now);
    if (refusal) return Promise.resolve(refusal);
    for (const slot of slots) this.#take(slot, id, now);
    return Promise.resolve({ granted: true });
  }

  release({ id, slots }: LimitReservation): Promise<void> {
    for (const { key } of slots) {
      const entry = this.#entries.get(key);
      if (!entry) continue;
      entry.stamps = entry.stamps.filter((stamp) => stamp.id !== id);
      if (entry.stamps.length === 0) this.#entries.delete(key);
    }
    return Promise.resolve();
  }

  #longestWait(slots: readonly LimitSlot[], now: number): LimitVerdict | undefined {
    let longest: Extract<LimitVerdict, { granted: false }> | undefined;
    slots.forEach(({ key, windows }, slot) => {
      const stamps = this.#entries.get(key)?.stamps ?? [];
      windows.forEach(({ limit, windowMs }, window) => {
        // The window is full while the limit-th newest message is in it.
        const decisive = stamps[stamps.length - limit];
        const waitMs = decisive ? decisive.at + windowMs - now : 0;
        if (waitMs > (longest?.waitMs ?? 0)) longest = { granted: false, slot, window, waitMs };
      });
    });
    return longest;
  }

  #take({ key, windows }: LimitSlot, id: string, now: number): void {
    const span = Math.max(...windows.map(({ windowMs }) => windowMs));
    const stamps = this.#entries.get(key)?.stamps.filter(({ at }) => at + span > now) ?? [];
    this.#entries.set(key, { stamps: [...stamps, { id, at: now }], span });
  }

  /**
   * Looks at a few entries, going on where the last call stopped. More than are added: so a full
   * round takes less time than the map takes to double, and no call pays for all of it.
   */
  #dropExpired(looks: number, now: number): void {
    for (let i = 0; i < looks; i++) {
      const next = this.#cursor.next();
      if (next.done) {
        this.#cursor = this.#entries.entries();
        return;
      }
      const [key, { stamps, span }] = next.value;
      if (stamps.at(-1)!.at + span <= now) this.#entries.delete(key);
    }
  }
}
