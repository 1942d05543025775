import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConnectionPool } from './connection-pool.js';
import { ConnectionPools, type PoolSettings } from './connection-pools.js';
import { httpCall } from './http-call.js';

const ENDPOINT = { origin: 'https://sms.example', isLoopback: false };
const SETTINGS: PoolSettings = {
  account: 'one',
  endpoint: ENDPOINT,
  connections: 2,
  connectTimeout: 1_000,
};

describe('the connection pools of an application', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  /** A server that answers each request, and knows how many connections it has. */
  async function startServer() {
    let made = 0;
    let isSilent = false;
    let onRequest = () => {};
    const requested = new Promise<void>((resolve) => (onRequest = resolve));
    const server = createServer((socket) => {
      made++;
      socket.on('data', () => {
        onRequest();
        if (!isSilent) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      });
      socket.on('error', () => {});
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUp.push(() => server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const open = () =>
      new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    return {
      endpoint: { origin, isLoopback: true },
      made: () => made,
      requested,
      beSilent: () => (isSilent = true),
      allClosed: async () => {
        while ((await open()) > 0) await new Promise((resolve) => setImmediate(resolve));
      },
    };
  }

  const call = (pool: ConnectionPool) =>
    httpCall(pool, {
      deadline: performance.now() + 10_000,
      signal: undefined,
      sign: () => ({ path: '/', headers: [], body: undefined }),
    });

  it('is one for instances of one account with the same settings', () => {
    const pools = new ConnectionPools();
    const { pool } = pools.lease(SETTINGS);
    expect(pools.lease({ ...SETTINGS }).pool).toBe(pool);
  });

  it.each<[string, Partial<PoolSettings>]>([
    ['account', { account: 'two' }],
    ['provider of credentials', { account: {} }],
    ['endpoint', { endpoint: { origin: 'https://other.example', isLoopback: false } }],
    ['number of connections', { connections: 3 }],
    ['time to connect', { connectTimeout: 2_000 }],
    ['proxy', { proxy: 'http://proxy.example:3128' }],
    ['proxy: none', { proxy: false }],
    ['certificate', { ca: 'pem' }],
  ])('is another one for another %s', (_, other) => {
    const pools = new ConnectionPools();
    expect(pools.lease({ ...SETTINGS, ...other }).pool).not.toBe(pools.lease(SETTINGS).pool);
  });

  it('keeps settings apart that read alike one after the other', () => {
    const pools = new ConnectionPools();
    const one = pools.lease({ ...SETTINGS, connections: 1, connectTimeout: 23 });
    const other = pools.lease({ ...SETTINGS, connections: 12, connectTimeout: 3 });
    expect(one.pool).not.toBe(other.pool);
  });

  it('keeps its connections until its last instance is gone, and a lease counts once', async () => {
    const server = await startServer();
    const pools = new ConnectionPools();
    cleanUp.push(() => pools.close(0));
    const settings = { ...SETTINGS, endpoint: server.endpoint, connections: 1 };
    const [first, second] = [pools.lease(settings), pools.lease(settings)];
    await call(first.pool);

    first.release();
    first.release();
    expect(pools.lease(settings).pool).toBe(second.pool);
    await call(second.pool);
    expect(server.made()).toBe(1);
  });

  it('closes its connections with its last instance, and another one starts anew', async () => {
    const server = await startServer();
    const pools = new ConnectionPools();
    cleanUp.push(() => pools.close(0));
    const settings = { ...SETTINGS, endpoint: server.endpoint };
    const lease = pools.lease(settings);
    await call(lease.pool);
    lease.release();
    await server.allClosed();
    expect(pools.lease(settings).pool).not.toBe(lease.pool);
  });

  it('lets code that still holds a removed instance send, and closes that connection too', async () => {
    const server = await startServer();
    const pools = new ConnectionPools();
    cleanUp.push(() => pools.close(0));
    const lease = pools.lease({ ...SETTINGS, endpoint: server.endpoint });
    lease.release();
    expect(await call(lease.pool)).toMatchObject({ status: 200 });
    await server.allClosed();
  });

  it('ends a call of a removed instance too when the grace time is over', async () => {
    const server = await startServer();
    server.beSilent();
    const pools = new ConnectionPools();
    const lease = pools.lease({ ...SETTINGS, endpoint: server.endpoint });
    const running = call(lease.pool);
    running.catch(() => {});
    await server.requested;
    lease.release();
    await pools.close(1);
    await expect(running).rejects.toMatchObject({ kind: 'closed', written: true });
    await server.allClosed();
  });

  it('makes no connection once it is closed, for leased pools and for removed ones', async () => {
    const server = await startServer();
    const pools = new ConnectionPools();
    const leased = pools.lease({ ...SETTINGS, endpoint: server.endpoint });
    const removed = pools.lease({ ...SETTINGS, account: 'two', endpoint: server.endpoint });
    removed.release();
    await pools.close(1_000);
    for (const { pool } of [leased, removed]) {
      await expect(call(pool)).rejects.toMatchObject({
        kind: 'closed',
        written: false,
      });
    }
    expect(server.made()).toBe(0);
  });
});
