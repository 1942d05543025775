import { ConnectionPool } from './connection-pool.js';
import type { ConnectionSettings } from './dispatcher.js';
import { environmentProxy } from './environment-proxy.js';

export interface PoolSettings extends Omit<ConnectionSettings, 'environmentProxy'> {
  /** Whose calls these are: accounts do not share connections. */
  account: string | object;
}

/** The use of a pool by one instance. */
export interface PoolLease {
  pool: ConnectionPool;
  /** The instance is gone; with the last one of its account the connections go too. */
  release: () => void;
}

interface SharedPool {
  pool: ConnectionPool;
  leases: number;
}

/** The connection pools of one application: instances of one account and endpoint share one. */
export class ConnectionPools {
  readonly #pools = new Map<string | object, Map<string, SharedPool>>();
  /** Those that nobody leases any more, while they still have a call. */
  readonly #leaving = new Set<ConnectionPool>();
  #isClosed = false;

  lease({ account, ...settings }: PoolSettings): PoolLease {
    const ofAccount = this.#pools.get(account) ?? new Map<string, SharedPool>();
    this.#pools.set(account, ofAccount);
    const { endpoint, connections, connectTimeout, ca, proxy } = settings;
    const key = [endpoint.origin, connections, connectTimeout, proxy, ca].join(' ');
    const shared = ofAccount.get(key) ?? this.#create(settings);
    ofAccount.set(key, shared);
    shared.leases++;
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      if (--shared.leases > 0) return;
      ofAccount.delete(key);
      if (ofAccount.size === 0) this.#pools.delete(account);
      this.#letGo(shared.pool);
    };
    return { pool: shared.pool, release };
  }

  /** Refuses new calls, lets those in flight finish within the grace time, and closes every connection. */
  async close(grace: number): Promise<void> {
    this.#isClosed = true;
    const leased = [...this.#pools.values()].flatMap((ofAccount) => [...ofAccount.values()]);
    const pools = [...leased.map(({ pool }) => pool), ...this.#leaving];
    await Promise.all(pools.map((pool) => pool.close(grace)));
  }

  #create(settings: Omit<PoolSettings, 'account'>): SharedPool {
    const shared: SharedPool = {
      leases: 0,
      pool: createPool(settings, () => {
        // Whoever held on to an instance that is gone, as a bulk send does, may send once more.
        if (shared.leases === 0 && !this.#isClosed) this.#letGo(shared.pool);
        return this.#isClosed;
      }),
    };
    return shared;
  }

  #letGo(pool: ConnectionPool): void {
    this.#leaving.add(pool);
    void pool.rest().then(() => this.#leaving.delete(pool));
  }
}

function createPool(
  settings: Omit<PoolSettings, 'account'>,
  isOver: () => boolean,
): ConnectionPool {
  const { endpoint, proxy, connections } = settings;
  const environment = proxy === undefined ? environmentProxy(endpoint) : undefined;
  const open = async () => {
    // Brings undici, which takes 70 ms to load, and not every process sends.
    const { createDispatcher } = await import('./dispatcher.js');
    return createDispatcher({ ...settings, environmentProxy: environment });
  };
  return new ConnectionPool(connections, open, isOver);
}
