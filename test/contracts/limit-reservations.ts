import assert from 'node:assert/strict';
import type { LimitDecision, LimitReservation, LimitSlot, LimitStore } from 'nestjs-aliyun-sms';

/** Milliseconds that may really pass during one test of a store whose clock cannot be stopped. */
const TOLERANCE = 20_000;

let ids = 0;

export function reservation(...slots: LimitSlot[]): LimitReservation {
  return { id: `reservation ${++ids}`, slots };
}

export function slot(key: string, ...windows: LimitSlot['windows'][number][]): LimitSlot {
  return { key, windows };
}

export function countGranted(decisions: readonly LimitDecision[]): number {
  return decisions.filter(({ granted }) => granted).length;
}

export async function assertGranted(store: LimitStore, attempt: LimitReservation): Promise<void> {
  assert.deepEqual(await store.reserve(attempt), { granted: true });
}

/** The window that a refusal must name, and how long it must wait. */
interface ExpectedRefusal {
  slot: number;
  window: number;
  waitMs?: number;
}

export async function assertRefused(
  store: LimitStore,
  attempt: LimitReservation,
  expected?: ExpectedRefusal,
): Promise<void> {
  const decision = await store.reserve(attempt);
  assert.ok(!decision.granted, 'the reservation must be refused, and was granted');
  if (!expected) return;
  const { slot, window, waitMs } = decision;
  assert.deepEqual({ slot, window }, { slot: expected.slot, window: expected.window });
  if (expected.waitMs === undefined) return;
  const early = expected.waitMs - waitMs;
  assert.ok(early >= 0 && early < TOLERANCE, `waits ${waitMs} ms instead of ${expected.waitMs} ms`);
}
