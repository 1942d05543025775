import type { EmulatorClock } from './clock.js';
import type { EventBus } from './event-bus.js';
import type { Reviewed, ReviewState } from './review.wire.js';

/** A change of a signature or template starts its review again. */
export const REVIEW_AGAIN = { state: 'reviewing', reason: '', reviewedAt: '' } as const;

/** An account has fewer of either kind; applications must not fill the memory. */
const MAX_RECORDS = 10_000;

/** How signatures and templates differ for the store. */
export interface ReviewedKind<T extends Reviewed, Seed> {
  /** The event that announces a change. */
  readonly event: 'signs' | 'templates';
  keyOf(record: T): string;
  /** The whole record of a seed, with defaults where the seed says nothing. */
  complete(seed: Seed, now: string): T;
}

/** Signatures or templates by their key; those of the start come back with `reset`. */
export class ReviewStore<T extends Reviewed, Seed> {
  readonly #kind: ReviewedKind<T, Seed>;
  readonly #clock: EmulatorClock;
  readonly #events: EventBus;
  readonly #seeds: readonly Seed[];
  readonly #byKey = new Map<string, T>();

  constructor(
    kind: ReviewedKind<T, Seed>,
    clock: EmulatorClock,
    events: EventBus,
    seeds: readonly Seed[],
  ) {
    this.#kind = kind;
    this.#clock = clock;
    this.#events = events;
    this.#seeds = seeds;
    this.reset();
  }

  get(key: string): T | undefined {
    return this.#byKey.get(key);
  }

  get isFull(): boolean {
    return this.#byKey.size >= MAX_RECORDS;
  }

  /** Newest first. */
  list(): T[] {
    return [...this.#byKey.values()].reverse();
  }

  /** Adds a record, or replaces the one with the same key. */
  put(seed: Seed): T {
    const record = this.#kind.complete(seed, this.#now());
    this.#byKey.set(this.#kind.keyOf(record), record);
    this.#emit();
    return record;
  }

  review(record: T, state: ReviewState, reason = ''): void {
    record.state = state;
    record.reason = reason;
    record.reviewedAt = this.#now();
    this.#emit();
  }

  /** Returns whether there was such a record. */
  delete(key: string): boolean {
    const deleted = this.#byKey.delete(key);
    if (deleted) this.#emit();
    return deleted;
  }

  reset(): void {
    this.#byKey.clear();
    for (const seed of this.#seeds) this.put(seed);
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  #emit(): void {
    this.#events.emit({ type: this.#kind.event });
  }
}

/** A number like those of Aliyun's work orders. */
export function newOrderId(): string {
  return `20${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
}
