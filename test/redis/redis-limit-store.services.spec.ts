import { RedisLimitStore } from 'nestjs-aliyun-sms/redis';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FlowControlGuard, type LimitReservation } from '../../lib/limits/index.js';
import { describeLimitStore } from '../contracts/limit-store.contract.js';
import { CLIENTS, type Connection } from './support/clients.js';
import { RedisServer, WHY_SKIPPED } from './support/redis-server.js';

const PHONE = '13800138000';
const MINUTE = { limit: 1, windowMs: 60_000 };
const HOUR = { limit: 2, windowMs: 3_600_000 };

const MAKE_OLDER = `
for _, key in ipairs(KEYS) do
  for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
    redis.call('ZINCRBY', key, ARGV[1], member)
  end
end
`;

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
    /** Lets time pass by making all reservations older: the server's clock cannot be set. */
    const advance = async (ms: number) => {
      await admin.eval(MAKE_OLDER, { keys: await keys(), arguments: [String(-ms)] });
    };

    describeLimitStore(
      'RedisLimitStore',
      () => {
        prefix = `contract-${++ids}`;
        return { store: storeOn(0), peers: [1, 2, 3].map(storeOn), advance };
      },
      { describe, it },
    );

    it('counts a repeated command once', async () => {
      const repeated = reservation({ key: 'a', windows: [MINUTE] });
      for (const connection of [0, 1]) {
        expect(await storeOn(connection).reserve(repeated)).toEqual({ granted: true });
      }
      const [key] = await keys();
      expect(await admin.zCard(key!)).toBe(1);
    });

    it('keeps no key of reservations that were given back', async () => {
      const given = reservation({ key: 'a', windows: [MINUTE] });
      await storeOn(0).reserve(given);
      await storeOn(1).release(given);
      expect(await keys()).toEqual([]);
    });

    it("measures the window by the server's clock in real time", async () => {
      const slots = [{ key: 'a', windows: [{ limit: 1, windowMs: 1000 }] }];
      const store = storeOn(0);
      const start = performance.now();
      const before = Date.now();
      await store.reserve(reservation(...slots));
      const [key] = await keys();
      const [stamp] = await admin.zRangeWithScores(key!, 0, -1);
      expect(stamp!.score).toBeGreaterThanOrEqual(before);
      expect(stamp!.score).toBeLessThanOrEqual(Date.now());
      await vi.waitFor(
        async () => expect(await store.reserve(reservation(...slots))).toEqual({ granted: true }),
        { interval: 5, timeout: 30_000 },
      );
      // Both clocks count whole milliseconds.
      expect(performance.now() - start).toBeGreaterThanOrEqual(998);
    });

    it('forgets what has left every window, in the set and as a key', async () => {
      const slots = [{ key: 'a', windows: [MINUTE, HOUR] }];
      await storeOn(0).reserve(reservation(...slots));
      await advance(3_600_000);
      await storeOn(0).reserve(reservation(...slots));
      const [key] = await keys();
      expect(await admin.zCard(key!)).toBe(1);
      expect(await admin.pTTL(key!)).toBeGreaterThan(3_590_000);
      expect(await admin.pTTL(key!)).toBeLessThanOrEqual(3_600_000);
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
  },
);
