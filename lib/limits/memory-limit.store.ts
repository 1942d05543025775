import type { LimitDecision, LimitReservation, LimitSlot, LimitStore } from './limit-store.js';

interface Entry {
  /** Oldest first. */
  stamps: { id: string; at: number }[];
  /** Length of the longest window: older messages count nowhere. */
  span: number;
}

const CHECKS_PER_SLOT = 2;

/**
 * Counts in this process. Exact for one process; several processes would each allow the whole limit,
 * so give those the store of `nestjs-aliyun-sms/redis`.
 *
 * Memory stays in proportion to the messages of the longest window.
 */
export class MemoryLimitStore implements LimitStore {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  #cursor = this.#entries.entries();

  /**
   * @param now milliseconds of a clock, by default a monotonic one, which does not jump when the
   * machine's time is set
   */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Number of counters in memory, including expired ones that are not yet dropped. */
  get size(): number {
    return this.#entries.size;
  }

  // Atomic within the process, since nothing is awaited before the last place is taken.
  reserve({ id, slots }: LimitReservation): Promise<LimitDecision> {
    const now = this.#now();
    this.#dropExpired(slots.length * CHECKS_PER_SLOT, now);
    if (this.#holds(slots[0], id)) return Promise.resolve({ granted: true });
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

  // A reservation holds a place in all of its slots or in none, so that one slot tells.
  #holds(slot: LimitSlot | undefined, id: string): boolean {
    const entry = slot && this.#entries.get(slot.key);
    return entry?.stamps.some((stamp) => stamp.id === id) ?? false;
  }

  #longestWait(slots: readonly LimitSlot[], now: number): LimitDecision | undefined {
    let longest: Extract<LimitDecision, { granted: false }> | undefined;
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
   * Checks a few entries, from where the last call stopped. These are more than one call adds, so
   * that a full round ends before the map has doubled, and no single call pays for all of it.
   */
  #dropExpired(checks: number, now: number): void {
    for (let i = 0; i < checks; i++) {
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
