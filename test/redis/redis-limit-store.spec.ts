import { RedisLimitStore } from 'nestjs-aliyun-sms/redis';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FlowControlGuard,
  type LimitReservation,
  MemoryLimitStore,
} from '../../lib/limits/index.js';
import { randomFrom } from '../support/random.js';
import { CLIENTS, type Connection } from './support/clients.js';
import { RedisServer, WHY_SKIPPED } from './support/redis-server.js';

const PHONE = '13800138000';
const MINUTE = { limit: 1, windowMs: 60_000 };
const HOUR = { limit: 2, windowMs: 3_600_000 };

describe.skipIf(WHY_SKIPPED).each(['ioredis', 'redis'] as const)(
  `Limits shared over a real Redis, with a client of %s${WHY_SKIPPED}`,
  (kind) => {
    let server: RedisServer;
    let admin: ReturnType<typeof createClient>;
    let connections: Connection[];
    let prefix: string;
    let ids = 0;

    beforeAll(async () => {
      server = await RedisServer.start();
      admin = createClient({ url: server.url });
      await admin.connect();
      connections = await Promise.all([1, 2, 3, 4].map(() => CLIENTS[kind](server.url)));
    });
    afterAll(async () => {
      for (const { close } of connections) close();
      admin.destroy();
      await server.stop();
    });
    beforeEach(() => {
      prefix = `test-${++ids}`;
    });

    const storeOn = (connection: number) =>
      new RedisLimitStore(connections[connection % 4]!.client, { prefix });
    const reservation = (...slots: LimitReservation['slots']): LimitReservation => ({
      id: `id-${++ids}`,
      slots,
    });
    const keys = () => admin.keys(`{${prefix}}:*`);
    /** Lets time pass for all that is counted, by making it older. */
    const age = async (ms: number) => {
      for (const key of await keys()) {
        for (const member of await admin.zRange(key, 0, -1)) await admin.zIncrBy(key, -ms, member);
      }
    };

    it('lets exactly one of 200 concurrent sends on four connections pass', async () => {
      const guards = [0, 1, 2, 3].map((i) => new FlowControlGuard('aliyun', storeOn(i)));
      const decisions = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          guards[i % 4]!.acquire({ sign: '某某科技', template: 'SMS_1', phones: [PHONE] }),
        ),
      );
      expect(decisions.filter(({ outcome }) => outcome === 'granted')).toHaveLength(1);
      expect(decisions.filter(({ outcome }) => outcome === 'limited')).toHaveLength(199);
      expect(decisions.filter((decision) => 'storeError' in decision)).toEqual([]);
    });

    it('sees on one connection what was counted and given back on another', async () => {
      const slots = [{ key: 'a', windows: [MINUTE] }];
      const first = reservation(...slots);
      expect(await storeOn(0).reserve(first)).toEqual({ granted: true });
      expect(await storeOn(1).reserve(reservation(...slots))).toMatchObject({ granted: false });
      await storeOn(2).release(first);
      expect(await keys()).toEqual([]);
      expect(await storeOn(3).reserve(reservation(...slots))).toEqual({ granted: true });
    });

    it('has a place again when the message leaves the window, and rolls', async () => {
      const slots = [{ key: 'a', windows: [HOUR] }];
      const store = storeOn(0);
      await store.reserve(reservation(...slots));
      await age(3_000_000);
      await store.reserve(reservation(...slots));
      expect(await store.reserve(reservation(...slots))).toMatchObject({ granted: false });
      await age(600_000);
      expect(await store.reserve(reservation(...slots))).toEqual({ granted: true });
      const verdict = await store.reserve(reservation(...slots));
      expect(verdict).toMatchObject({ granted: false, slot: 0, window: 0 });
      const { waitMs } = verdict as Extract<typeof verdict, { granted: false }>;
      expect(waitMs).toBeGreaterThan(2_990_000);
      expect(waitMs).toBeLessThanOrEqual(3_000_000);
    });

    it("measures the window by the server's clock in real time", async () => {
      const slots = [{ key: 'a', windows: [{ limit: 1, windowMs: 80 }] }];
      const store = storeOn(0);
      const before = Date.now();
      await store.reserve(reservation(...slots));
      const start = performance.now();
      const [key] = await keys();
      const [stamp] = await admin.zRangeWithScores(key!, 0, -1);
      expect(stamp!.score).toBeGreaterThanOrEqual(before);
      expect(stamp!.score).toBeLessThanOrEqual(Date.now());
      await vi.waitFor(
        async () => expect(await store.reserve(reservation(...slots))).toEqual({ granted: true }),
        { interval: 5, timeout: 5_000 },
      );
      expect(performance.now() - start).toBeGreaterThan(60);
    });

    it('forgets what has left every window, in the set and as a key', async () => {
      const slots = [{ key: 'a', windows: [MINUTE, HOUR] }];
      await storeOn(0).reserve(reservation(...slots));
      await age(3_600_000);
      await storeOn(0).reserve(reservation(...slots));
      const [key] = await keys();
      expect(await admin.zCard(key!)).toBe(1);
      expect(await admin.pTTL(key!)).toBeGreaterThan(3_590_000);
      expect(await admin.pTTL(key!)).toBeLessThanOrEqual(3_600_000);
    });

    it('names the window that is full longest, in whatever slot it is', async () => {
      const slots = [
        { key: 'a', windows: [MINUTE] },
        { key: 'b', windows: [MINUTE, { limit: 1, windowMs: 3_600_000 }] },
        { key: 'c', windows: [MINUTE] },
      ];
      await storeOn(0).reserve(reservation(...slots));
      const verdict = await storeOn(0).reserve(reservation(...slots));
      expect(verdict).toMatchObject({ granted: false, slot: 1, window: 1 });
    });

    it('takes all places or none', async () => {
      const [a, b] = ['a', 'b'].map((key) => ({ key, windows: [MINUTE] }));
      await storeOn(0).reserve(reservation(b!));
      await storeOn(0).reserve(reservation(a!, b!));
      expect(await storeOn(0).reserve(reservation(a!))).toEqual({ granted: true });
    });

    it('counts a command once that the client sent again after a lost connection', async () => {
      const again = reservation({ key: 'a', windows: [MINUTE] });
      expect(await storeOn(0).reserve(again)).toEqual({ granted: true });
      expect(await storeOn(1).reserve(again)).toEqual({ granted: true });
      const [key] = await keys();
      expect(await admin.zCard(key!)).toBe(1);
    });

    it('takes places for 1,000 numbers by one command', async () => {
      const guard = new FlowControlGuard('aliyun', storeOn(0));
      const phones = Array.from({ length: 1_000 }, (_, i) => String(13_800_000_000 + i));
      const send = { sign: '某某科技', template: 'SMS_1', phones };
      await guard.acquire({ ...send, phones: ['13900139000'] });
      await admin.configResetStat();
      expect(await guard.acquire(send)).toMatchObject({ outcome: 'granted' });
      expect(await admin.info('commandstats')).toMatch(/cmdstat_evalsha:calls=1,/);
      expect(await keys()).toHaveLength(2 * 1_001);
      expect(await guard.acquire({ ...send, phones: [phones[999]!] })).toMatchObject({
        outcome: 'limited',
        refusal: { aliyunMessage: '触发分钟级流控Permits:1', retryAfter: 60 },
      });
    });

    it('goes on after the server has forgotten the script', async () => {
      const slots = [{ key: 'a', windows: [MINUTE] }];
      await storeOn(0).reserve(reservation(...slots));
      await admin.scriptFlush();
      expect(await storeOn(0).reserve(reservation(...slots))).toMatchObject({ granted: false });
    });

    it('keeps phone numbers out of keys and values, and all keys in one cluster slot', async () => {
      const guard = new FlowControlGuard('aliyun', storeOn(0));
      await guard.acquire({ sign: '某某科技', template: 'SMS_1', phones: [PHONE] });
      const names = await keys();
      expect(names).toHaveLength(2);
      for (const name of names) {
        expect(name).toMatch(/^\{test-\d+\}:[\w-]{43}$/);
        expect(await admin.zRange(name, 0, -1)).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
      }
    });

    it('hashes with the secret where there is one', async () => {
      const slots = [{ key: 'a', windows: [MINUTE] }];
      const { client } = connections[0]!;
      const [one, two] = ['one', 'two'].map(
        (secret) => new RedisLimitStore(client, { prefix, secret }),
      );
      for (const store of [storeOn(0), one!, two!]) {
        expect(await store.reserve(reservation(...slots))).toEqual({ granted: true });
      }
      expect(await keys()).toHaveLength(3);
    });

    it('agrees with the store in memory over random reservations and releases', async () => {
      const memory = new MemoryLimitStore(() => 0);
      const windows = [
        { limit: 2, windowMs: 3_600_000 },
        { limit: 3, windowMs: 7_200_000 },
      ];
      const random = randomFrom(42);
      const held: LimitReservation[] = [];
      let refused = 0;
      for (let step = 0; step < 500; step++) {
        const attempt = reservation(
          { key: `k${random(5)}`, windows: windows.slice(random(2)) },
          { key: `l${random(5)}`, windows },
        );
        const expected = await memory.reserve(attempt);
        const { granted } = await storeOn(step).reserve(attempt);
        expect(granted, `step ${step}`).toBe(expected.granted);
        if (granted) held.push(attempt);
        else refused++;
        const [given] = random(3) === 0 ? [] : held.splice(random(held.length), 1);
        if (given) await Promise.all([memory, storeOn(0)].map((store) => store.release(given)));
      }
      expect(refused).toBeGreaterThan(50);
      expect(refused).toBeLessThan(450);
    });
  },
);
