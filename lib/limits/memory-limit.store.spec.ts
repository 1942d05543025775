import { beforeEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/support/random.js';
import type { LimitReservation, LimitSlot } from './limit-store.js';
import { MemoryLimitStore } from './memory-limit.store.js';

const MINUTE = { limit: 1, windowMs: 60_000 };
const HOUR = { limit: 2, windowMs: 3_600_000 };

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

describe('MemoryLimitStore', () => {
  it('lets exactly one of 200 concurrent reservations take the last place', async () => {
    const verdicts = await Promise.all(Array.from({ length: 200 }, () => reserve('a', MINUTE)));
    expect(verdicts.filter(({ granted }) => granted)).toHaveLength(1);
  });

  it('has a place again to the millisecond when the message leaves the window', async () => {
    await reserve('a', MINUTE);
    now += 59_999;
    expect(await reserve('a', MINUTE)).toEqual({ granted: false, slot: 0, window: 0, waitMs: 1 });
    now += 1;
    expect(await reserve('a', MINUTE)).toEqual({ granted: true });
  });

  it('rolls: each message leaves the window by itself', async () => {
    await reserve('a', HOUR);
    now += 3_000_000;
    await reserve('a', HOUR);
    now += 600_000;
    expect(await reserve('a', HOUR)).toEqual({ granted: true });
    expect(await reserve('a', HOUR)).toMatchObject({ granted: false, waitMs: 3_000_000 });
  });

  it('counts each key by itself', async () => {
    await reserve('a', MINUTE);
    expect(await reserve('b', MINUTE)).toEqual({ granted: true });
  });

  it('names the window that is full longest, in whatever slot it is', async () => {
    const slots = [
      { key: 'a', windows: [MINUTE] },
      { key: 'b', windows: [MINUTE, { limit: 1, windowMs: 3_600_000 }] },
      { key: 'c', windows: [MINUTE] },
    ];
    await store.reserve(reservation(...slots));
    now += 10_000;
    expect(await store.reserve(reservation(...slots))).toEqual({
      granted: false,
      slot: 1,
      window: 1,
      waitMs: 3_590_000,
    });
  });

  it('takes all places or none', async () => {
    await reserve('b', MINUTE);
    await store.reserve(
      reservation({ key: 'a', windows: [MINUTE] }, { key: 'b', windows: [MINUTE] }),
    );
    expect(await reserve('a', MINUTE)).toEqual({ granted: true });
  });

  it('gives back the places of the reservation, and no others', async () => {
    const first = reservation({ key: 'a', windows: [HOUR] });
    await store.reserve(first);
    await reserve('a', HOUR);
    await store.release(first);
    await store.release(first);
    expect(await reserve('a', HOUR)).toEqual({ granted: true });
    expect(await reserve('a', HOUR)).toMatchObject({ granted: false });
  });

  it('takes the release of a reservation that it refused or never saw for nothing', async () => {
    await reserve('a', MINUTE);
    const refused = reservation({ key: 'a', windows: [MINUTE] });
    await store.reserve(refused);
    await store.release(refused);
    await store.release(reservation({ key: 'z', windows: [MINUTE] }));
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
    // A minute's worth is alive; the rest is dropped a few at a time.
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

  it('agrees with a plain count of the log over random reservations and releases', async () => {
    const windows = [
      { limit: 2, windowMs: 50 },
      { limit: 5, windowMs: 400 },
    ];
    const random = randomFrom(20_261_123);
    const seen = { granted: 0, refused: 0 };
    let log: { key: string; id: string; at: number }[] = [];
    const fits = (key: string) =>
      windows.every(
        ({ limit, windowMs }) =>
          log.filter((entry) => entry.key === key && entry.at + windowMs > now).length < limit,
      );
    for (let step = 0; step < 5_000; step++) {
      now += random(20);
      const keys = [`k${random(4)}`, `l${random(4)}`];
      const attempt = reservation(...keys.map((key) => ({ key, windows })));
      const { granted } = await store.reserve(attempt);
      expect(granted, `step ${step}`).toBe(keys.every(fits));
      seen[granted ? 'granted' : 'refused']++;
      if (!granted) continue;
      if (random(5) === 0) await store.release(attempt);
      else log.push(...keys.map((key) => ({ key, id: attempt.id, at: now })));
      log = log.filter(({ at }) => at + 400 > now);
    }
    expect(Math.min(seen.granted, seen.refused)).toBeGreaterThan(500);
  });
});
