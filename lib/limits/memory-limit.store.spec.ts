import { beforeEach, describe, expect, it } from 'vitest';
import { describeLimitStore } from '../../test/contracts/limit-store.contract.js';
import type { LimitReservation, LimitSlot } from './limit-store.js';
import { MemoryLimitStore } from './memory-limit.store.js';

const MINUTE = { limit: 1, windowMs: 60_000 };
const HOUR = { limit: 2, windowMs: 3_600_000 };

describeLimitStore(
  'MemoryLimitStore',
  () => {
    let now = 1_000;
    const store = new MemoryLimitStore(() => now);
    const advance = (ms: number) => {
      now += ms;
    };
    return { store, advance };
  },
  { describe, it },
);

describe('MemoryLimitStore', () => {
  let now: number;
  let ids: number;
  let store: MemoryLimitStore;

  beforeEach(() => {
    now = 1_000;
    ids = 0;
    store = new MemoryLimitStore(() => now);
  });

  const reservation = (...slots: LimitSlot[]): LimitReservation => ({ id: String(++ids), slots });
  const reserve = (key: string, ...windows: LimitSlot['windows'][number][]) =>
    store.reserve(reservation({ key, windows }));

  it('has a place again to the millisecond when the message leaves the window', async () => {
    await reserve('a', MINUTE);
    now += 59_999;
    expect(await reserve('a', MINUTE)).toEqual({ granted: false, slot: 0, window: 0, waitMs: 1 });
    now += 1;
    expect(await reserve('a', MINUTE)).toEqual({ granted: true });
  });

  it('counts by a clock of its own where it is given none', async () => {
    store = new MemoryLimitStore();
    await reserve('a', MINUTE);
    expect(await reserve('a', MINUTE)).toMatchObject({ granted: false });
  });

  it('keeps nothing of reservations that were given back', async () => {
    const given = reservation({ key: 'a', windows: [MINUTE] });
    await store.reserve(given);
    await store.release(given);
    expect(store.size).toBe(0);
  });

  it('drops expired counters: a million numbers do not stay in memory', async () => {
    for (let i = 0; i < 100_000; i++) {
      await reserve(`number ${i}`, MINUTE);
      now += 60;
    }
    // Those of one minute count; the others are dropped a few at a time.
    expect(store.size).toBeLessThan(5 * 1_000);
  });

  it('never drops a counter that still counts', async () => {
    await reserve('kept', HOUR);
    await reserve('kept', HOUR);
    for (let i = 0; i < 10_000; i++) {
      await reserve(`number ${i}`, MINUTE);
      now += 60;
    }
    expect(await reserve('kept', HOUR)).toMatchObject({ granted: false });
  });
});
