import type { Socket } from 'node:net';
import type { buildConnector, Client as UndiciClient, Dispatcher } from 'undici';
import { isImmediateReplaced } from './real-timers.js';
import { Client, Pool } from './undici.js';

/** Certificates of authorities to trust in place of Node's own, as PEM. */
export type CertificateAuthorities = string | Buffer | (string | Buffer)[];

/** What the pool needs to know about an endpoint. */
export interface PoolEndpoint {
  /** `https://dysmsapi.aliyuncs.com`: scheme, host and port. */
  origin: string;
  isLoopback: boolean;
}

export interface ConnectionSettings {
  endpoint: PoolEndpoint;
  /** Max. sockets at the same time. */
  connections: number;
  /** Max. milliseconds to establish a connection. */
  connectTimeout: number;
  ca?: CertificateAuthorities | undefined;
  /** URL of a proxy. `undefined` leaves it to the environment, `false` means none. */
  proxy?: string | false | undefined;
  /** URL of the proxy in the environment, if it applies to the endpoint. */
  environmentProxy: string | undefined;
}

/** A request that must know the connection on which it runs. */
export interface ConnectionAwareOptions extends Dispatcher.DispatchOptions {
  onAssigned(connection: Connection): void;
}

/**
 * One connection of a pool, whose socket can be destroyed.
 *
 * undici's own abort closes the connection and then opens a new one, although no request waits for
 * it. A socket that is destroyed with an error of ours is not replaced.
 */
export class Connection extends Client {
  #socket: Socket | null = null;

  constructor(origin: URL | string, options: object) {
    const connect = (options as UndiciClient.Options).connect as buildConnector.connector;
    super(origin, {
      ...options,
      connect: (target, callback) =>
        connect(target, (...[error, socket]: Parameters<buildConnector.Callback>) => {
          this.#socket = socket;
          if (error) callback(toFinalError(error), null);
          else callback(null, socket!);
        }),
    });
  }

  override dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    (options as ConnectionAwareOptions).onAssigned(this);
    if (isImmediateReplaced()) this.renewSocket();
    return super.dispatch(options, handler);
  }

  /** Closes the socket while no request runs on it. undici opens a new one for the next request. */
  renewSocket(): void {
    this.#socket?.destroy();
  }

  /** Ends the request that runs on this connection. There is only one at a time. */
  destroySocket(): void {
    this.#socket?.destroy(new Error('given up'));
  }
}

// A proxy may close each connection instead of answering CONNECT. undici takes that error for one of
// an established connection, and would connect again at once and without end.
function toFinalError(error: Error & { code?: string }): Error {
  return error.code === 'UND_ERR_SOCKET'
    ? Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' })
    : error;
}

/** Makes the undici dispatcher for an endpoint: a limited pool, with or without a proxy. */
export async function createDispatcher(settings: ConnectionSettings): Promise<Dispatcher> {
  const { endpoint, connectTimeout: timeout, ca, proxy, environmentProxy } = settings;
  const tls = { timeout, ...(ca && { ca }) };
  const pool = (origin: string | URL, options: object = {}) =>
    new Pool(origin, {
      ...options,
      connections: settings.connections,
      // One request at a time: if a connection breaks, it breaks one message only.
      pipelining: 1,
      factory: (target, clientOptions) => new Connection(target, clientOptions),
    });
  const throughProxy = {
    factory: pool,
    // Limits the wait for a proxy that accepts a CONNECT and never answers it.
    clientFactory: (origin: URL, options: object) =>
      new Pool(origin, { ...options, headersTimeout: timeout }),
    requestTls: tls,
    proxyTls: { timeout },
  };

  if (!proxy && (proxy !== undefined || environmentProxy === undefined)) {
    return pool(endpoint.origin, { connect: tls });
  }
  // The agents call `connect` of a dispatcher, a method which only the index of undici adds.
  const { EnvHttpProxyAgent, ProxyAgent } = await import('undici');
  if (proxy) return new ProxyAgent({ ...throughProxy, uri: proxy });
  // It also obeys NO_PROXY.
  return new EnvHttpProxyAgent({ ...throughProxy, httpsProxy: environmentProxy, connect: tls });
}
