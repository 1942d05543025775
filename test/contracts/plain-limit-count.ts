import assert from 'node:assert/strict';
import type { LimitSlot, LimitStore } from 'nestjs-aliyun-sms';
import { randomFrom } from '../support/random.js';
import { reservation, slot } from './limit-reservations.js';

const MINUTE = 60_000;

// Pauses are whole minutes and windows are not, so that the time which the test itself takes on a
// real clock never decides.
const WINDOWS = [
  { limit: 2, windowMs: 5.5 * MINUTE },
  { limit: 5, windowMs: 40.5 * MINUTE },
];

/**
 * Compares the store, over random reservations, releases and pauses, with a list of everything that
 * was granted, which is searched from end to end each time.
 */
export async function assertAgreesWithPlainCount(
  stores: readonly LimitStore[],
  advance: (ms: number) => void | Promise<void>,
): Promise<void> {
  const random = randomFrom(20_261_123);
  const seen = { granted: 0, refused: 0 };
  let now = 0;
  let log: { key: string; id: string; at: number }[] = [];
  const fits = ({ key, windows }: LimitSlot) =>
    windows.every(
      ({ limit, windowMs }) =>
        log.filter((entry) => entry.key === key && entry.at + windowMs > now).length < limit,
    );

  for (let step = 0; step < 2_000; step++) {
    const pause = random(3) * MINUTE;
    if (pause > 0) await advance(pause);
    now += pause;
    const attempt = reservation(
      slot(`k${random(4)}`, ...WINDOWS),
      slot(`l${random(4)}`, ...WINDOWS),
    );
    const { granted } = await stores[step % stores.length]!.reserve(attempt);
    assert.equal(granted, attempt.slots.every(fits), `step ${step}`);
    seen[granted ? 'granted' : 'refused']++;
    if (!granted) continue;

    log.push(...attempt.slots.map(({ key }) => ({ key, id: attempt.id, at: now })));
    if (random(3) > 0) continue;
    // Not always the latest: a place is given back when the send has ended.
    const { id } = log[random(log.length)]!;
    const slots = log.filter((entry) => entry.id === id).map(({ key }) => slot(key, ...WINDOWS));
    await stores[(step + 1) % stores.length]!.release({ id, slots });
    log = log.filter((entry) => entry.id !== id);
  }
  assert.ok(Math.min(seen.granted, seen.refused) > 300, JSON.stringify(seen));
}
