import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { Connector } from './connector.js';
import { ProxyError } from './proxy-tunnel.js';

const pem = (name: string) =>
  readFileSync(new URL(`../../../test/support/tls/${name}.pem`, import.meta.url));
const certificate = { cert: pem('cert'), key: pem('key') };
const TUNNEL_OPEN = 'HTTP/1.1 200 Connection established\r\n\r\n';

describe('a connector', () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const never = () => new AbortController().signal;

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    for (const server of servers.splice(0)) {
      server.close();
      await once(server, 'close');
    }
  });

  async function listen(server: Server, protocol: string): Promise<URL> {
    servers.push(server);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.on('close', () => sockets.delete(socket));
    });
    server.on('tlsClientError', () => {});
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new URL(`${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  const secure = (onSocket: (socket: TLSSocket) => void = (socket) => socket.write('hello')) =>
    listen(createTlsServer(certificate, onSocket), 'https');
  const plain = (onSocket: (socket: Socket) => void) => listen(createServer(onSocket), 'http');

  const connectorTo = (endpoint: URL, proxy?: URL) =>
    new Connector({ endpoint, proxy, ca: certificate.cert });

  /** A proxy that says this to each CONNECT, and speaks as the endpoint from then on. */
  const proxySaying = (text: string, asked: string[] = []) =>
    plain((socket) =>
      socket.once('data', (request: Buffer) => {
        asked.push(request.toString());
        socket.write(text);
      }),
    );

  async function failureOf(opening: Promise<unknown>): Promise<unknown> {
    return opening.then(
      () => expect.unreachable(),
      (error: unknown) => error,
    );
  }

  it('resumes the TLS session of the connection before', async () => {
    const endpoint = await secure();
    const connector = connectorTo(endpoint);
    const resumed: boolean[] = [];
    for (let nth = 0; nth < 2; nth++) {
      const socket = (await connector.open(never())) as TLSSocket;
      if (nth === 0) await once(socket, 'session');
      resumed.push(socket.isSessionReused());
      socket.destroy();
    }
    expect(resumed).toEqual([false, true]);
  });

  it('asks the proxy for the endpoint, with its account as the URL encodes it', async () => {
    const asked: string[] = [];
    const proxy = await proxySaying(TUNNEL_OPEN, asked);
    proxy.username = 'me';
    proxy.password = 'p%40ss:1';
    const socket = await connectorTo(new URL('http://[::1]:8080'), proxy).open(never());
    socket.destroy();
    expect(asked).toEqual([
      'CONNECT [::1]:8080 HTTP/1.1\r\nhost: [::1]:8080\r\n' +
        `proxy-authorization: Basic ${Buffer.from('me:p@ss:1').toString('base64')}\r\n\r\n`,
    ]);
  });

  it('speaks TLS with the endpoint through a proxy, and destroys the tunnel together with it', async () => {
    const endpoint = await secure();
    const tunnels: Socket[] = [];
    const { connect } = await import('node:net');
    const proxy = await plain((socket) =>
      socket.once('data', () => {
        tunnels.push(socket);
        const upstream = connect(Number(endpoint.port), '127.0.0.1', () => {
          socket.write(TUNNEL_OPEN);
          upstream.pipe(socket).pipe(upstream);
        });
        sockets.add(upstream.on('error', () => {}));
      }),
    );
    const abort = new AbortController();
    const socket = await connectorTo(endpoint, proxy).open(abort.signal);
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toBe('hello');
    socket.on('error', () => {});
    const closed = once(tunnels[0]!, 'close');
    abort.abort();
    await closed;
  });

  it.each([
    [
      '407',
      'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 2\r\n\r\nno',
      'HTTP 407',
    ],
    ['502', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', 'HTTP 502'],
    ['another protocol', 'SSH-2.0-x\r\n\r\n', 'EPROTO'],
    ['bytes before they were asked for', `${TUNNEL_OPEN}HTTP/1.1 200 OK\r\n`, 'EPROTO'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`, 'EPROTO'],
  ])('blames the proxy for %s', async (_, text, systemCode) => {
    const connector = connectorTo(new URL('https://aliyun.test'), await proxySaying(text));
    const error = await failureOf(connector.open(never()));
    expect(error).toBeInstanceOf(ProxyError);
    expect(error).toMatchObject({ systemCode });
  });

  it('blames the proxy that closes, does not resolve, or cannot be trusted', async () => {
    const endpoint = new URL('https://aliyun.test');
    const closing = await plain((socket) => socket.once('data', () => socket.end()));
    for (const proxy of [closing, new URL('http://no-such-host.invalid:1'), await secure()]) {
      const error = await failureOf(connectorTo(endpoint, proxy).open(never()));
      expect(error).toBeInstanceOf(ProxyError);
    }
  });

  it('does not blame the proxy for the TLS of the endpoint', async () => {
    const other = new URL('https://other.test');
    const proxy = await plain((socket) =>
      socket.once('data', () => {
        socket.write(TUNNEL_OPEN);
        // It hangs up in the middle of the handshake of TLS.
        socket.once('data', () => socket.destroy());
      }),
    );
    const opening = connectorTo(other, proxy).open(never());
    const error = await failureOf(opening);
    expect(error).not.toBeInstanceOf(ProxyError);
  });

  it.each(['the connection', 'the proxy', 'TLS'])(
    'can be stopped while it waits for %s',
    async (what) => {
      const silent = await plain((socket) => socket.resume());
      const endpoint = new URL('https://aliyun.test');
      const connector =
        what === 'TLS'
          ? connectorTo(new URL(silent.href.replace('http', 'https')))
          : connectorTo(endpoint, what === 'the proxy' ? silent : new URL('http://127.0.0.1:9'));
      const abort = new AbortController();
      const opening = failureOf(connector.open(abort.signal));
      setImmediate(() => abort.abort());
      expect(await opening).toBeInstanceOf(Error);
      for (const socket of sockets) await once(socket, 'close');
    },
  );
});
