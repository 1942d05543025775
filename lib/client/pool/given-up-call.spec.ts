import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionPool } from './connection-pool.js';
import { ConnectionPools } from './connection-pools.js';
import { httpCall } from './http-call.js';

const tls = (name: string) =>
  readFileSync(new URL(`../../../test/support/tls/${name}.pem`, import.meta.url));

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a call that ends before it is written', () => {
  let requests: string[];
  let door: Server;
  let pools: ConnectionPools;
  let pool: ConnectionPool;
  let cleanUp: (() => Promise<unknown>)[];
  /** Lets the handshakes of TLS through that have been held back until then. */
  let open: () => void;

  beforeEach(async () => {
    requests = [];
    const aliyun = createTlsServer({ key: tls('key'), cert: tls('cert') }, (request, response) => {
      requests.push(request.url!);
      response.end('{}');
    });
    const port = await listen(aliyun);
    const opened = new Promise<void>((resolve) => (open = resolve));
    door = createServer((client) => {
      client.on('error', () => {});
      void opened.then(() => {
        const upstream = connect(port, '127.0.0.1');
        upstream.on('error', () => client.destroy());
        upstream.pipe(client).pipe(upstream);
      });
    });
    const origin = `https://127.0.0.1:${await listen(door)}`;
    pools = new ConnectionPools();
    const endpoint = { origin, isLoopback: true };
    const settings = { connections: 1, connectTimeout: 20_000, ca: tls('cert') };
    ({ pool } = pools.lease({ account: 'one', endpoint, proxy: false, ...settings }));
    cleanUp = [
      () => pools.close(0),
      () => new Promise((resolve) => door.close(resolve)),
      () => {
        aliyun.closeAllConnections();
        return new Promise((resolve) => aliyun.close(resolve));
      },
    ];
  });
  afterEach(async () => {
    for (const step of cleanUp) await step();
  });

  const call = (path: string, deadline: number, signal?: AbortSignal) =>
    httpCall(pool, { deadline, signal, sign: () => ({ path, headers: ['host', 'a'], body: '' }) });
  const soon = (ms = 20_000) => performance.now() + ms;

  it('is not written when its connection is established after its abort', async () => {
    const controller = new AbortController();
    const connected = once(door, 'connection');
    const given = call('/given-up', soon(), controller.signal).catch((error: unknown) => error);
    await connected;
    controller.abort();
    expect(await given).toMatchObject({ kind: 'aborted', written: false });
    open();
    await call('/next', soon());
    expect(requests).toEqual(['/next']);
  });

  it('is not written when its connection is established after its deadline', async () => {
    const error = await call('/late', soon(100)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'deadline', written: false });
    open();
    await call('/next', soon());
    expect(requests).toEqual(['/next']);
  });

  it('is not written where it has too little time left for a response', async () => {
    open();
    await call('/first', soon());
    // The clock stands still, so that the deadline itself does not end the call.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    try {
      const running = call('/second', soon());
      const error = await call('/hardly', soon(3)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'deadline', written: false });
      await running;
    } finally {
      vi.useRealTimers();
    }
    expect(requests).toEqual(['/first', '/second']);
  });

  it('is not written where its deadline has passed and a connection is free', async () => {
    open();
    await call('/first', soon());
    await expect(call('/late', soon(-1))).rejects.toMatchObject({
      kind: 'deadline',
      written: false,
    });
    await call('/next', soon());
    expect(requests).toEqual(['/first', '/next']);
  });
});
