import { Pool } from 'undici';
import { Connection } from './connection.js';
import type { Endpoint } from './endpoint.js';

export interface PoolSettings {
  endpoint: Endpoint;
  /** Whose calls these are: accounts do not share connections. */
  account: string | object;
  /** Most sockets at a time. */
  connections: number;
  /** Milliseconds for establishing a connection. */
  connectTimeout: number;
}

/** The connection pools of one application: instances of one account and endpoint share one. */
export class ConnectionPools {
  readonly #pools = new Map<string | object, Map<string, Pool>>();

  get({ endpoint, account, connections, connectTimeout }: PoolSettings): Pool {
    const ofAccount = this.#pools.get(account) ?? new Map<string, Pool>();
    this.#pools.set(account, ofAccount);
    const key = `${endpoint.origin} ${connections} ${connectTimeout}`;
    const pool =
      ofAccount.get(key) ??
      new Pool(endpoint.origin, {
        connections,
        // One request a connection: a broken one then concerns one message only.
        pipelining: 1,
        connect: { timeout: connectTimeout },
        factory: (origin, options) => new Connection(origin, options),
      });
    ofAccount.set(key, pool);
    return pool;
  }

  /** Lets calls in flight finish and closes every connection. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()].flatMap((ofAccount) => [...ofAccount.values()]);
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.close().catch(() => {})));
  }
}
