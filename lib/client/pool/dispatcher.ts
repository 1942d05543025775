import { type Dispatcher, EnvHttpProxyAgent, Pool, ProxyAgent } from 'undici';
import { Connection } from './connection.js';
import type { Endpoint } from '../endpoint.js';

/** Certificates of authorities to trust in place of Node's own, as PEM. */
export type CertificateAuthorities = string | Buffer | (string | Buffer)[];

export interface ConnectionSettings {
  endpoint: Endpoint;
  /** Most sockets at a time. */
  connections: number;
  /** Milliseconds for establishing a connection. */
  connectTimeout: number;
  ca: CertificateAuthorities | undefined;
  /** URL of a proxy; undefined leaves it to the environment, false means none. */
  proxy: string | false | undefined;
  /** URL of the proxy that the environment names, where it concerns the endpoint. */
  environmentProxy: string | undefined;
}

/** What carries the calls: a bounded pool, straight or through a proxy. */
export function createDispatcher(settings: ConnectionSettings): Dispatcher {
  const { endpoint, connectTimeout: timeout, ca, proxy, environmentProxy } = settings;
  const tls = { timeout, ...(ca && { ca }) };
  const pool = (origin: string | URL, options: object = {}) =>
    new Pool(origin, {
      ...options,
      connections: settings.connections,
      // One request a connection: a broken one then concerns one message only.
      pipelining: 1,
      factory: (target, clientOptions) => new Connection(target, clientOptions),
    });
  const throughProxy = {
    factory: pool,
    // Bounds a proxy that takes a CONNECT and never answers it.
    clientFactory: (origin: URL, options: object) =>
      new Pool(origin, { ...options, headersTimeout: timeout }),
    requestTls: tls,
    proxyTls: { timeout },
  };

  if (proxy) return new ProxyAgent({ ...throughProxy, uri: proxy });
  if (proxy === undefined && environmentProxy !== undefined) {
    // Which also heeds NO_PROXY.
    return new EnvHttpProxyAgent({ ...throughProxy, httpsProxy: environmentProxy, connect: tls });
  }
  return pool(endpoint.origin, { connect: tls });
}
