import assert from 'node:assert/strict';
import type { LimitStore } from 'nestjs-aliyun-sms';
import {
  assertGranted,
  assertRefused,
  countGranted,
  reservation,
  slot,
} from './limit-reservations.js';
import { assertAgreesWithPlainCount } from './plain-limit-count.js';
import { eachOn, type TestRunner } from './test-runner.js';

/** A store with no counters, made anew for each test. */
export interface LimitStoreUnderTest {
  store: LimitStore;
  /**
   * Further stores over the same counters, as other processes would have them, each with a
   * connection of its own. Left out for a store that counts within one process.
   */
  peers?: readonly LimitStore[];
  /**
   * Lets `ms` pass for everything that is counted: sets the clock of the store, or makes what is
   * stored older. The suite lets hours pass, so it never really waits.
   */
  advance: (ms: number) => void | Promise<void>;
  close?: () => void | Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const ONE_A_MINUTE = { limit: 1, windowMs: MINUTE };
const ONE_AN_HOUR = { limit: 1, windowMs: HOUR };
const TWO_AN_HOUR = { limit: 2, windowMs: HOUR };

/**
 * The contract of `LimitStore`: every implementation must pass this suite.
 *
 * @example describeLimitStore('MemoryLimitStore', createMemoryStore, { describe, it })
 */
export function describeLimitStore(
  name: string,
  create: () => LimitStoreUnderTest | Promise<LimitStoreUnderTest>,
  { describe, it }: TestRunner,
): void {
  const test = eachOn(create, it);

  describe(`${name}, by the contract of LimitStore`, () => {
    describe('reserve', () => {
      for (const limit of [1, 7]) {
        test(`grants ${limit} of 200 concurrent reservations where the limit is ${limit}`, async (tested) => {
          const stores = storesOf(tested);
          const windows = [{ limit, windowMs: HOUR }];
          const decisions = await Promise.all(
            Array.from({ length: 200 }, (_, i) =>
              stores[i % stores.length]!.reserve(reservation({ key: 'a', windows })),
            ),
          );
          assert.equal(countGranted(decisions), limit);
        });
      }

      test('grants one of 100 concurrent reservations that share one of their keys', async (tested) => {
        const stores = storesOf(tested);
        const decisions = await Promise.all(
          Array.from({ length: 100 }, (_, i) => {
            const slots = [slot('shared', ONE_AN_HOUR), slot(`own ${i}`, ONE_AN_HOUR)];
            // In both orders: a store that takes locks must not wait for itself.
            return stores[i % stores.length]!.reserve(
              reservation(...(i % 2 === 0 ? slots : slots.reverse())),
            );
          }),
        );
        assert.equal(countGranted(decisions), 1);
      });

      test('takes all places or none', async ({ store }) => {
        const [a, b, c] = ['a', 'b', 'c'].map((key) => slot(key, ONE_A_MINUTE));
        await store.reserve(reservation(b!));
        await assertRefused(store, reservation(a!, b!, c!), { slot: 1, window: 0 });
        await assertGranted(store, reservation(a!));
        await assertGranted(store, reservation(c!));
      });

      test('counts each key by itself, whatever characters it contains', async ({ store }) => {
        const keys = [
          'a',
          'A',
          'a ',
          '["某某科技","SMS_1","13800138000"]',
          '签',
          "'",
          '"',
          '%',
          '{a}',
        ];
        for (const key of keys) await assertGranted(store, reservation(slot(key, ONE_AN_HOUR)));
        for (const key of keys) await assertRefused(store, reservation(slot(key, ONE_AN_HOUR)));
      });

      test('takes the places of 1,000 keys at once', async ({ store }) => {
        const slots = Array.from({ length: 1_000 }, (_, i) => slot(`key ${i}`, ONE_AN_HOUR));
        await assertGranted(store, reservation(...slots));
        await assertRefused(store, reservation(slots[999]!));
      });

      test('refuses while any window of a slot is full', async ({ store, advance }) => {
        const windows = [ONE_A_MINUTE, TWO_AN_HOUR];
        const reserve = () => reservation(slot('a', ...windows));
        await assertGranted(store, reserve());
        await assertRefused(store, reserve(), { slot: 0, window: 0, waitMs: MINUTE });
        await advance(2 * MINUTE);
        await assertGranted(store, reserve());
        await advance(2 * MINUTE);
        await assertRefused(store, reserve(), { slot: 0, window: 1, waitMs: 56 * MINUTE });
      });

      test('names the window with the longest wait, in whatever slot it is', async ({
        store,
        advance,
      }) => {
        const slots = [
          slot('a', ONE_A_MINUTE),
          slot('b', ONE_A_MINUTE, ONE_AN_HOUR),
          slot('c', ONE_A_MINUTE),
        ];
        await store.reserve(reservation(...slots));
        await advance(10 * SECOND);
        await assertRefused(store, reservation(...slots), {
          slot: 1,
          window: 1,
          waitMs: HOUR - 10 * SECOND,
        });
      });

      test('has a place again when the message leaves the window', async ({ store, advance }) => {
        const reserve = () => reservation(slot('a', ONE_AN_HOUR));
        await store.reserve(reserve());
        await advance(HOUR - MINUTE);
        await assertRefused(store, reserve(), { slot: 0, window: 0, waitMs: MINUTE });
        await advance(MINUTE);
        await assertGranted(store, reserve());
      });

      test('rolls: each message leaves the window at its own time', async ({ store, advance }) => {
        const reserve = () => reservation(slot('a', TWO_AN_HOUR));
        await store.reserve(reserve());
        await advance(50 * MINUTE);
        await store.reserve(reserve());
        await advance(10 * MINUTE);
        await assertGranted(store, reserve());
        await assertRefused(store, reserve(), { slot: 0, window: 0, waitMs: 50 * MINUTE });
      });

      test('does not count a refused reservation', async ({ store, advance }) => {
        const reserve = () => reservation(slot('a', ONE_AN_HOUR));
        await store.reserve(reserve());
        await advance(HOUR / 2);
        await assertRefused(store, reserve());
        await advance(HOUR / 2);
        await assertGranted(store, reserve());
      });

      test('keeps what the longest window of the slot still counts', async ({ store, advance }) => {
        const reserve = () => reservation(slot('a', { limit: 9, windowMs: MINUTE }, TWO_AN_HOUR));
        await store.reserve(reserve());
        await advance(2 * MINUTE);
        await store.reserve(reserve());
        await advance(2 * MINUTE);
        await assertRefused(store, reserve(), { slot: 0, window: 1, waitMs: 56 * MINUTE });
      });

      test('grants the same reservation again and takes its places once', async (tested) => {
        const [store, other] = pairOf(tested);
        const repeated = reservation(slot('a', TWO_AN_HOUR), slot('b', TWO_AN_HOUR));
        await assertGranted(store, repeated);
        await assertGranted(other, repeated);
        await assertGranted(store, reservation(slot('a', TWO_AN_HOUR), slot('b', TWO_AN_HOUR)));
        await assertGranted(other, repeated);
        await assertRefused(store, reservation(slot('a', TWO_AN_HOUR)));
      });

      test('takes the places of the same reservation once where it comes twice at a time', async (tested) => {
        const [store, other] = pairOf(tested);
        const repeated = reservation(slot('a', TWO_AN_HOUR));
        const decisions = await Promise.all([store.reserve(repeated), other.reserve(repeated)]);
        assert.equal(countGranted(decisions), 2);
        await assertGranted(store, reservation(slot('a', TWO_AN_HOUR)));
      });
    });

    describe('release', () => {
      test('gives the places in all slots back', async (tested) => {
        const [store, other] = pairOf(tested);
        const slots = [slot('a', ONE_AN_HOUR), slot('b', ONE_A_MINUTE, ONE_AN_HOUR)];
        const first = reservation(...slots);
        await store.reserve(first);
        await assertRefused(other, reservation(...slots));
        await other.release(first);
        await assertGranted(store, reservation(...slots));
      });

      test('gives back the places of that reservation and no others, even if called twice', async ({
        store,
      }) => {
        const first = reservation(slot('a', TWO_AN_HOUR));
        await store.reserve(first);
        await store.reserve(reservation(slot('a', TWO_AN_HOUR)));
        await store.release(first);
        await store.release(first);
        await assertGranted(store, reservation(slot('a', TWO_AN_HOUR)));
        await assertRefused(store, reservation(slot('a', TWO_AN_HOUR)));
      });

      test('does nothing for a reservation that was refused or never made', async ({ store }) => {
        await store.reserve(reservation(slot('a', ONE_AN_HOUR)));
        const refused = reservation(slot('a', ONE_AN_HOUR));
        await assertRefused(store, refused);
        await store.release(refused);
        await store.release(reservation(slot('a', ONE_AN_HOUR), slot('z', ONE_AN_HOUR)));
        await assertRefused(store, reservation(slot('a', ONE_AN_HOUR)));
      });
    });

    test('agrees with a plain count over random reservations, releases and pauses', (tested) =>
      assertAgreesWithPlainCount(storesOf(tested), tested.advance));
  });
}

function storesOf({ store, peers = [] }: LimitStoreUnderTest): LimitStore[] {
  return [store, ...peers];
}

/** Two processes, or twice the same store where it counts within one. */
function pairOf({ store, peers }: LimitStoreUnderTest): [LimitStore, LimitStore] {
  return [store, peers?.[0] ?? store];
}
