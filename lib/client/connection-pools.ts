import type { Dispatcher } from 'undici';
import { type ConnectionSettings, createDispatcher } from './dispatcher.js';

export interface PoolSettings extends ConnectionSettings {
  /** Whose calls these are: accounts do not share connections. */
  account: string | object;
}

/** The connection pools of one application: instances of one account and endpoint share one. */
export class ConnectionPools {
  readonly #pools = new Map<string | object, Map<string, Dispatcher>>();

  get({ account, ...settings }: PoolSettings): Dispatcher {
    const ofAccount = this.#pools.get(account) ?? new Map<string, Dispatcher>();
    this.#pools.set(account, ofAccount);
    const { endpoint, connections, connectTimeout, ca, proxy } = settings;
    const key = [endpoint.origin, connections, connectTimeout, proxy, ca].join(' ');
    const pool = ofAccount.get(key) ?? createDispatcher(settings);
    ofAccount.set(key, pool);
    return pool;
  }

  /** Refuses new calls, lets those in flight finish within the grace time, and closes every connection. */
  async close(grace: number): Promise<void> {
    const pools = [...this.#pools.values()].flatMap((ofAccount) => [...ofAccount.values()]);
    const timer = setTimeout(() => {
      for (const pool of pools) void pool.destroy().catch(() => {});
    }, grace);
    await Promise.all(pools.map((pool) => pool.close().catch(() => {})));
    clearTimeout(timer);
  }
}
