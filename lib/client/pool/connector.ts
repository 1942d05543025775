import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { errorCode } from '../../common/error-facts.js';
import { openTunnel, ProxyError } from './proxy-tunnel.js';

// Milliseconds without traffic after which the system asks whether the other side is still there.
const TCP_KEEP_ALIVE = 60_000;

/** Certificates of authorities to trust in place of Node's own, as PEM. */
export type CertificateAuthorities = string | Buffer | (string | Buffer)[];

export interface ConnectorSettings {
  /** Scheme, host and port. */
  endpoint: URL;
  /** Without it the connections are direct. */
  proxy: URL | undefined;
  ca: CertificateAuthorities | undefined;
}

/** Opens connections to an endpoint: TCP, through a proxy or not, and TLS. */
export class Connector {
  readonly #settings: ConnectorSettings;
  /** Of the last TLS connection. It saves the next one a part of the handshake. */
  #session: Buffer | undefined;

  constructor(settings: ConnectorSettings) {
    this.#settings = settings;
  }

  /**
   * Returns a socket that can be written to.
   *
   * @param signal destroys the socket, also later
   * @throws a system error, or a `ProxyError`
   */
  async open(signal: AbortSignal): Promise<Socket> {
    const { endpoint, proxy, ca } = this.#settings;
    const tunnel = proxy && (await openTunnelThrough(proxy, endpoint, signal));
    if (endpoint.protocol === 'http:') return tunnel ?? connect(endpoint, { signal });
    return connect(endpoint, {
      signal,
      ...(tunnel && { socket: tunnel }),
      ...(ca && { ca }),
      ...(this.#session && { session: this.#session }),
      // With TLS 1.3 it comes after the handshake.
      onSession: (session) => (this.#session = session),
    });
  }
}

async function openTunnelThrough(proxy: URL, endpoint: URL, signal: AbortSignal): Promise<Socket> {
  try {
    return await openTunnel(await connect(proxy, { signal }), proxy, endpoint);
  } catch (thrown) {
    throw thrown instanceof ProxyError ? thrown : new ProxyError(errorCode(thrown));
  }
}

interface ConnectOptions {
  signal: AbortSignal;
  /** Of a tunnel, on which TLS is spoken. */
  socket?: Socket;
  ca?: CertificateAuthorities;
  session?: Buffer;
  onSession?: (session: Buffer) => void;
}

async function connect(url: URL, { onSession, ...options }: ConnectOptions): Promise<Socket> {
  const isSecure = url.protocol === 'https:';
  // Without the brackets of an IPv6 address.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const address = { host, port: Number(url.port) || (isSecure ? 443 : 80), ...options };
  const socket = isSecure
    ? // A name for the certificate: an address is none.
      connectTls({
        ...address,
        ALPNProtocols: ['http/1.1'],
        ...(!isIP(host) && { servername: host }),
      })
    : connectTcp(address);
  if (onSession) socket.on('session', onSession);
  // An error may come when nobody waits for it: the signal ends the socket of a tunnel together with that of TLS.
  socket
    .setNoDelay(true)
    .setKeepAlive(true, TCP_KEEP_ALIVE)
    .on('error', () => {});
  await once(socket, isSecure ? 'secureConnect' : 'connect');
  return socket;
}
