import { proxyOfEnvironment, proxyUrl } from '../../common/proxy-url.js';
import { ConnectionPool, type PoolLimits } from './connection-pool.js';
import { type CertificateAuthorities, Connector } from './connector.js';

/** What the pool needs to know about an endpoint. */
export interface PoolEndpoint {
  /** `https://dysmsapi.aliyuncs.com`: scheme, host and port. */
  origin: string;
  isLoopback: boolean;
}

interface ConnectionOptions extends PoolLimits {
  endpoint: PoolEndpoint;
  ca?: CertificateAuthorities | undefined;
  /** URL of a proxy. `undefined` leaves it to the environment, `false` means none. */
  proxy?: string | false | undefined;
}

export interface PoolSettings extends ConnectionOptions {
  /** The account that the calls belong to. Accounts do not share connections. */
  account: string | object;
}

/** The use of a pool by one instance. */
export interface PoolLease {
  pool: ConnectionPool;
  /** Ends the use. With the last use of a pool its connections are closed. */
  release: () => void;
}

interface SharedPool {
  pool: ConnectionPool;
  leases: number;
}

/** The connection pools of one application. Instances of one account and endpoint share one. */
export class ConnectionPools {
  readonly #pools = new Map<string | object, Map<string, SharedPool>>();
  /** Pools without a lease, as long as a call still runs. */
  readonly #draining = new Set<ConnectionPool>();
  #isClosed = false;

  lease({ account, ...options }: PoolSettings): PoolLease {
    const ofAccount = this.#pools.get(account) ?? new Map<string, SharedPool>();
    this.#pools.set(account, ofAccount);
    const { endpoint, connections, connectTimeout, ca, proxy } = options;
    // All settings of a connection: instances that differ in one of them do not share a pool.
    const settings = {
      endpoint: endpoint.origin,
      connections,
      connectTimeout,
      proxy,
      ca,
    } satisfies Record<keyof ConnectionOptions, unknown>;
    const key = Object.values(settings).join(' ');
    const shared = ofAccount.get(key) ?? this.#create(options);
    ofAccount.set(key, shared);
    shared.leases++;
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      if (--shared.leases > 0) return;
      ofAccount.delete(key);
      if (ofAccount.size === 0) this.#pools.delete(account);
      this.#drain(shared.pool);
    };
    return { pool: shared.pool, release };
  }

  /** Refuses new calls, lets running ones finish within the grace time, and closes every connection. */
  async close(grace: number): Promise<void> {
    this.#isClosed = true;
    const leased = [...this.#pools.values()].flatMap((ofAccount) => [...ofAccount.values()]);
    const pools = [...leased.map(({ pool }) => pool), ...this.#draining];
    await Promise.all(pools.map((pool) => pool.close(grace)));
  }

  #create(options: ConnectionOptions): SharedPool {
    const shared: SharedPool = {
      leases: 0,
      pool: createPool(options, () => {
        // Code that still holds a removed instance, such as a bulk send, may send once more.
        if (shared.leases === 0 && !this.#isClosed) this.#drain(shared.pool);
        return this.#isClosed;
      }),
    };
    return shared;
  }

  #drain(pool: ConnectionPool): void {
    this.#draining.add(pool);
    void pool.drain().then(() => this.#draining.delete(pool));
  }
}

function createPool(options: ConnectionOptions, isGone: () => boolean): ConnectionPool {
  const { endpoint, ca, connections, connectTimeout } = options;
  // Read now, and not at the first send: the environment may be another one by then.
  const proxy = options.proxy ?? proxyOfEnvironment(endpoint);
  const url = proxy ? proxyUrl(proxy) : undefined;
  const connector = new Connector({
    endpoint: new URL(endpoint.origin),
    proxy: url === undefined ? undefined : new URL(url),
    ca,
  });
  return new ConnectionPool(connector, { connections, connectTimeout }, isGone);
}
