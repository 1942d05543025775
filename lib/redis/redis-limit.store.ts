import { createHash, createHmac } from 'node:crypto';
import type { LimitDecision, LimitReservation, LimitSlot, LimitStore } from '../index.js';
import { type RedisClient, RedisScript } from './redis-client.js';

export interface RedisLimitStoreOptions {
  /**
   * What the keys begin with, in braces. The braces make it a hash tag, which keeps all keys in one
   * slot of a Redis Cluster, as a script requires. Stores with the same prefix (and secret) share
   * their windows.
   *
   * @default 'aliyun-sms'
   * @example 'shop:sms'
   */
  prefix?: string;

  /**
   * Keys the hash of the phone numbers in the keys. Without it they are hashed plainly, which does
   * not hide them from somebody who hashes every possible number.
   *
   * @default none
   */
  secret?: string;
}

const DEFAULT_PREFIX = 'aliyun-sms';

/**
 * Takes a place under every key, or none.
 *
 * KEYS: for each slot a sorted set of reservations by the millisecond in which they were made.
 * ARGV: id of the reservation; lists of windows `[[[limit, ms], …], …]` as JSON; for each key the
 * number of its list, from 1.
 *
 * The time is the server's, so that processes whose clocks differ agree. A reservation that holds
 * its places already is granted: a client that lost its connection may send the command again.
 */
const RESERVE = new RedisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local id = ARGV[1]
local lists = cjson.decode(ARGV[2])

if redis.call('ZSCORE', KEYS[1], id) then return {1} end

local longest, slot, window = 0, 0, 0
for i, key in ipairs(KEYS) do
  for j, w in ipairs(lists[tonumber(ARGV[i + 2])]) do
    local decisive = redis.call('ZREVRANGE', key, w[1] - 1, w[1] - 1, 'WITHSCORES')[2]
    if decisive then
      local wait = tonumber(decisive) + w[2] - now
      if wait > longest then longest, slot, window = wait, i - 1, j - 1 end
    end
  end
end
if longest > 0 then return {0, slot, window, longest} end

for i, key in ipairs(KEYS) do
  local span = 0
  for _, w in ipairs(lists[tonumber(ARGV[i + 2])]) do span = math.max(span, w[2]) end
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - span)
  redis.call('ZADD', key, now, id)
  redis.call('PEXPIRE', key, span)
end
return {1}
`);

/** Gives the places of the reservation ARGV[1] back. Redis drops a key whose set is empty. */
const RELEASE = new RedisScript(`
for _, key in ipairs(KEYS) do redis.call('ZREM', key, ARGV[1]) end
`);

/**
 * Counts in Redis (5 or newer), so that many processes share the windows of `limits`. The client is
 * yours: connect it, and close it after the application. In a cluster one shard counts everything.
 *
 * @example limits: { store: new RedisLimitStore(new Redis()) } // ioredis
 * @example limits: { store: new RedisLimitStore(await createClient().connect()) } // redis
 */
export class RedisLimitStore implements LimitStore {
  readonly #client: RedisClient;
  readonly #prefix: string;
  readonly #secret: string | undefined;

  constructor(client: RedisClient, options: RedisLimitStoreOptions = {}) {
    const { prefix = DEFAULT_PREFIX, secret } = options;
    if (!/^[^{}]+$/.test(prefix)) {
      throw new TypeError('prefix must be a text without braces: they would break the hash tag');
    }
    this.#client = client;
    this.#prefix = `{${prefix}}:`;
    this.#secret = secret;
  }

  async reserve({ id, slots }: LimitReservation): Promise<LimitDecision> {
    // Some thousand slots share a few lists of windows: each list is sent once.
    const lists = [...new Set(slots.map(({ windows }) => windows))];
    const numberOf = new Map(lists.map((windows, i) => [windows, String(i + 1)]));
    const json = JSON.stringify(
      lists.map((windows) => windows.map(({ limit, windowMs }) => [limit, windowMs])),
    );
    const args = [id, json, ...slots.map(({ windows }) => numberOf.get(windows)!)];
    return decisionOf(await RESERVE.run(this.#client, this.#keys(slots), args));
  }

  async release({ id, slots }: LimitReservation): Promise<void> {
    await RELEASE.run(this.#client, this.#keys(slots), [id]);
  }

  #keys(slots: readonly LimitSlot[]): string[] {
    return slots.map(({ key }) => this.#prefix + this.#hash(key));
  }

  #hash(key: string): string {
    const hash = this.#secret ? createHmac('sha256', this.#secret) : createHash('sha256');
    return hash.update(key).digest('base64url');
  }
}

function decisionOf(reply: unknown): LimitDecision {
  // A client may be configured to read numbers as strings.
  const [granted, slot, window, waitMs] = Array.isArray(reply) ? reply.map(Number) : [];
  if (granted === 1) return { granted: true };
  if (granted !== 0) throw new Error('Redis replied to the script with something unexpected');
  return { granted: false, slot: slot!, window: window!, waitMs: waitMs! };
}
