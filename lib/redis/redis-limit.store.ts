import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type {
  LimitReservation,
  LimitSlot,
  LimitStore,
  LimitVerdict,
} from '../limits/limit-store.interface.js';
import type { RedisClient } from './redis-client.interface.js';
import type { RedisLimitStoreOptions } from './redis-limit.options.js';
import { RELEASE_SCRIPT } from './release.script.js';
import { RESERVE_SCRIPT } from './reserve.script.js';

const DEFAULT_PREFIX = 'aliyun-sms';

/**
 * Counts in Redis (5 or newer), so that many processes share the windows of `limits`. The client is
 * yours: connect it, and close it after the application. In a cluster one shard does all of this.
 *
 * @example limits: { store: new RedisLimitStore(new Redis()) } // ioredis
 * @example limits: { store: new RedisLimitStore(await createClient().connect()) } // redis
 */
export class RedisLimitStore implements LimitStore {
  readonly #client: RedisClient;
  readonly #prefix: string;
  readonly #hash: () => Hash | Hmac;

  constructor(client: RedisClient, options: RedisLimitStoreOptions = {}) {
    const { prefix = DEFAULT_PREFIX, secret } = options;
    if (!/^[^{}]+$/.test(prefix)) {
      throw new TypeError('prefix must be a text without braces: they would break the hash tag');
    }
    this.#client = client;
    this.#prefix = `{${prefix}}:`;
    this.#hash = () => (secret ? createHmac('sha256', secret) : createHash('sha256'));
  }

  async reserve({ id, slots }: LimitReservation): Promise<LimitVerdict> {
    // Some thousand slots share a few lists of windows: each is sent once.
    const lists = [...new Set(slots.map(({ windows }) => windows))];
    const numberOf = new Map(lists.map((windows, i) => [windows, String(i + 1)]));
    const json = JSON.stringify(
      lists.map((windows) => windows.map(({ limit, windowMs }) => [limit, windowMs])),
    );
    const args = [id, json, ...slots.map(({ windows }) => numberOf.get(windows)!)];
    return verdict(await RESERVE_SCRIPT.run(this.#client, this.#keys(slots), args));
  }

  async release({ id, slots }: LimitReservation): Promise<void> {
    await RELEASE_SCRIPT.run(this.#client, this.#keys(slots), [id]);
  }

  #keys(slots: readonly LimitSlot[]): string[] {
    return slots.map(({ key }) => this.#prefix + this.#hash().update(key).digest('base64url'));
  }
}

function verdict(reply: unknown): LimitVerdict {
  // Strings where the client was told to read numbers so.
  const [granted, slot, window, waitMs] = Array.isArray(reply) ? reply.map(Number) : [];
  if (granted === 1) return { granted: true };
  if (granted !== 0) throw new Error('Redis answered the script with something unexpected');
  return { granted: false, slot: slot!, window: window!, waitMs: waitMs! };
}
