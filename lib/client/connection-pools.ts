import { ConnectionPool } from './connection-pool.js';
import type { ConnectionSettings } from './dispatcher.js';
import { environmentProxy } from './environment-proxy.js';

export interface PoolSettings extends Omit<ConnectionSettings, 'environmentProxy'> {
  /** Whose calls these are: accounts do not share connections. */
  account: string | object;
}

/** The connection pools of one application: instances of one account and endpoint share one. */
export class ConnectionPools {
  readonly #pools = new Map<string | object, Map<string, ConnectionPool>>();

  get({ account, ...settings }: PoolSettings): ConnectionPool {
    const ofAccount = this.#pools.get(account) ?? new Map<string, ConnectionPool>();
    this.#pools.set(account, ofAccount);
    const { endpoint, connections, connectTimeout, ca, proxy } = settings;
    const key = [endpoint.origin, connections, connectTimeout, proxy, ca].join(' ');
    const pool = ofAccount.get(key) ?? createPool(settings);
    ofAccount.set(key, pool);
    return pool;
  }

  /** Refuses new calls, lets those in flight finish within the grace time, and closes every connection. */
  async close(grace: number): Promise<void> {
    const pools = [...this.#pools.values()].flatMap((ofAccount) => [...ofAccount.values()]);
    await Promise.all(pools.map((pool) => pool.close(grace)));
  }
}

function createPool(settings: Omit<PoolSettings, 'account'>): ConnectionPool {
  const { endpoint, proxy, connections } = settings;
  const environment = proxy === undefined ? environmentProxy(endpoint) : undefined;
  return new ConnectionPool(connections, async () => {
    // Brings undici, which takes 70 ms to load, and not every process sends.
    const { createDispatcher } = await import('./dispatcher.js');
    return createDispatcher({ ...settings, environmentProxy: environment });
  });
}
