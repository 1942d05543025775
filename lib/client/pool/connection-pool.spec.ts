import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from '../../../test/support/misbehaving-server.js';
import type { Exchange } from './connection.js';
import { ConnectionPool } from './connection-pool.js';
import { Connector } from './connector.js';

/** A call that writes down what becomes of it. */
class Call implements Exchange {
  readonly seen: string[] = [];
  deadline: number;
  readonly ended: Promise<void>;
  #end = () => {};

  constructor(
    readonly path = '/',
    timeout = 10_000,
  ) {
    this.deadline = performance.now() + timeout;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  request(): string | undefined {
    this.seen.push('written');
    return `POST ${this.path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`;
  }

  onResponse({ status }: { status: number }): void {
    this.#ends(String(status));
  }

  onFailure(kind: string, systemCode?: string): void {
    this.#ends(systemCode ? `${kind} ${systemCode}` : kind);
  }

  #ends(how: string): void {
    this.seen.push(how);
    this.deadline = Infinity;
    this.#end();
  }
}

const RESPOND: Misbehaviour = (socket) => respond(socket, 200, '{}');
const turn = () => new Promise(setImmediate);

describe('a connection pool', () => {
  let server: MisbehavingServer;
  let misbehaviour: Misbehaviour;
  /** Sockets of requests that are not answered, in the order in which they arrived. */
  let held: Socket[];
  let onHeld = () => {};
  let pools: ConnectionPool[];
  const hold: Misbehaviour = (socket) => {
    held.push(socket);
    onHeld();
  };

  beforeEach(async () => {
    misbehaviour = RESPOND;
    held = [];
    pools = [];
    onHeld = () => {};
    server = await startMisbehavingServer((...request) => misbehaviour(...request));
  });
  afterEach(async () => {
    await Promise.all(pools.map((pool) => pool.close(0)));
    await server.close();
  });

  function createPool(connections: number, url = server.url, isGone = () => false): ConnectionPool {
    const connector = new Connector({ endpoint: new URL(url), proxy: undefined, ca: undefined });
    const pool = new ConnectionPool(connector, { connections, connectTimeout: 5000 }, isGone);
    pools.push(pool);
    return pool;
  }

  function heldCount(count: number): Promise<void> {
    return new Promise((resolve) => {
      onHeld = () => held.length >= count && resolve();
      onHeld();
    });
  }

  const paths = () => server.requests.map((head) => head.split(' ')[1]);

  it('opens a connection for a call, uses it again, and opens no more than it may', async () => {
    const pool = createPool(2);
    const calls = Array.from({ length: 7 }, (_, i) => new Call(`/${i}`));
    for (const call of calls) pool.add(call);
    await Promise.all(calls.map(({ ended }) => ended));

    for (const { seen } of calls) expect(seen).toEqual(['written', '200']);
    expect(server.connections()).toBe(2);
    const late = new Call();
    pool.add(late);
    await late.ended;
    expect(server.connections()).toBe(2);
  });

  it('does not write a call that is given up while its connection is opened', async () => {
    const pool = createPool(1);
    const [first, second] = [new Call('/first'), new Call('/second')];
    pool.add(first);
    pool.add(second);
    pool.end(first, 'aborted');
    await second.ended;

    expect(first.seen).toEqual(['aborted']);
    expect(second.seen).toEqual(['written', '200']);
    expect(paths()).toEqual(['/second']);
  });

  it('closes the connection of a call that is given up, and opens one for the next call only', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const first = new Call();
    pool.add(first);
    await heldCount(1);
    const closed = once(held[0]!, 'close');
    pool.end(first, 'aborted');
    await closed;
    await turn();
    expect(first.seen).toEqual(['written', 'aborted']);
    expect(server.connections()).toBe(1);

    misbehaviour = RESPOND;
    const next = new Call();
    pool.add(next);
    await next.ended;
    expect(next.seen).toEqual(['written', '200']);
    expect(server.connections()).toBe(2);
  });

  it('removes a call that is given up while it waits', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const calls = [new Call('/1'), new Call('/2'), new Call('/3')];
    for (const call of calls) pool.add(call);
    await heldCount(1);
    pool.end(calls[1]!, 'aborted');
    misbehaviour = RESPOND;
    respond(held[0]!, 200, '{}');
    await calls[2]!.ended;

    expect(calls.map(({ seen }) => seen.at(-1))).toEqual(['200', 'aborted', '200']);
    expect(paths()).toEqual(['/1', '/3']);
  });

  it('ends the calls whose deadline has passed, waiting or running, in any order', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const calls = [new Call('/a', 300), new Call('/b'), new Call('/c', 20), new Call('/d', 310)];
    for (const call of calls) pool.add(call);
    await calls[2]!.ended;
    expect(calls[0]!.seen).toEqual(['written']);
    misbehaviour = RESPOND;
    await Promise.all(calls.map(({ ended }) => ended));

    expect(calls.map(({ seen }) => seen.join())).toEqual([
      'written,deadline',
      'written,200',
      'deadline',
      expect.stringMatching(/^(written,200|deadline)$/),
    ]);
  });

  it('does not write a call that has hardly any time left', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const calls = [new Call('/1'), new Call('/2', 20), new Call('/3')];
    for (const call of calls) pool.add(call);
    await heldCount(1);
    misbehaviour = RESPOND;
    respond(held[0]!, 200, '{}');
    // The event loop stands still, so that no timer can end the second call before it is its turn.
    const until = performance.now() + 30;
    while (performance.now() < until);
    await calls[2]!.ended;

    expect(calls[1]!.seen).toEqual(['deadline']);
    expect(paths()).toEqual(['/1', '/3']);
  });

  it('tells each call of a connection that cannot be made', async () => {
    const { url } = server;
    await server.close();
    const pool = createPool(1, url);
    const calls = [new Call(), new Call()];
    for (const call of calls) pool.add(call);
    await Promise.all(calls.map(({ ended }) => ended));

    for (const { seen } of calls) expect(seen).toEqual(['network ECONNREFUSED']);
  });

  it('does not use a connection that brought bytes which nobody asked for', async () => {
    const sockets: Socket[] = [];
    misbehaviour = (socket) => {
      sockets.push(socket);
      respond(socket, 200, '{}');
    };
    const pool = createPool(1);
    const first = new Call('/first');
    pool.add(first);
    await first.ended;
    const closed = once(sockets[0]!, 'close');
    respond(sockets[0]!, 500, 'stray');
    const second = new Call('/second');
    await closed;
    pool.add(second);
    await second.ended;

    expect(second.seen).toEqual(['written', '200']);
    expect(server.connections()).toBe(2);
  });

  it('does not take bytes that came right after a response for the next response', async () => {
    misbehaviour = (socket) => {
      respond(socket, 200, '{}');
      respond(socket, 500, 'stray');
    };
    const pool = createPool(1);
    const calls = [new Call('/1'), new Call('/2'), new Call('/3')];
    for (const call of calls) pool.add(call);
    await Promise.all(calls.map(({ ended }) => ended));

    for (const { seen } of calls) expect(seen).toEqual(['written', '200']);
    expect(server.connections()).toBe(3);
  });

  it('does not write behind a request that the server has not read before it responded', async () => {
    const early = createServer((socket) => {
      socket.on('error', () => {});
      // A part of the head is read, and nothing more.
      socket.once('data', () => {
        socket.pause();
        respond(socket, 413, '{}');
      });
    }).listen(0, '127.0.0.1');
    await once(early, 'listening');
    const { port } = early.address() as AddressInfo;
    const pool = createPool(1, `http://127.0.0.1:${port}`);
    let connections = 0;
    early.on('connection', () => connections++);
    const calls = [new Call(), new Call()];
    for (const call of calls) {
      call.request = () => `POST / HTTP/1.1\r\ncontent-length: 20000000\r\n\r\n${'y'.repeat(2e7)}`;
      pool.add(call);
    }
    await Promise.all(calls.map(({ ended }) => ended));
    await pool.close(0);
    early.close();

    for (const { seen } of calls) expect(seen).toEqual(['413']);
    expect(connections).toBe(2);
  });

  it('opens another connection where the server has closed the one that idles', async () => {
    const sockets: Socket[] = [];
    misbehaviour = (socket) => {
      sockets.push(socket);
      respond(socket, 200, '{}');
    };
    const pool = createPool(1);
    for (let nth = 1; nth <= 3; nth++) {
      const call = new Call();
      pool.add(call);
      await call.ended;
      expect(call.seen).toEqual(['written', '200']);
      sockets.at(-1)!.end();
      // The end has arrived, but no event of it has been handled when the next call is added.
      const until = performance.now() + 20;
      while (performance.now() < until);
    }
    expect(server.connections()).toBe(3);
  });

  it('does not use a connection any more whose time is over', async () => {
    misbehaviour = (socket) => respond(socket, 200, '{}', { 'keep-alive': 'timeout=2' });
    const pool = createPool(1);
    const calls = [new Call(), new Call()];
    for (const call of calls) pool.add(call);
    await Promise.all(calls.map(({ ended }) => ended));
    await server.idle();
    expect(server.connections()).toBe(2);
  });

  it('goes on under fake timers', async () => {
    vi.useFakeTimers({ toFake: ['queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout'] });
    try {
      const pool = createPool(1);
      const calls = [new Call(), new Call(), new Call()];
      for (const call of calls) pool.add(call);
      await Promise.all(calls.map(({ ended }) => ended));
      await pool.close(5000);
    } finally {
      vi.useRealTimers();
    }
    expect(server.connections()).toBe(1);
  });

  it('gives a call back its connection although the request was not written', async () => {
    const pool = createPool(1);
    const silent = new Call();
    silent.request = () => undefined;
    pool.add(silent);
    const next = new Call('/next');
    pool.add(next);
    await next.ended;

    expect(paths()).toEqual(['/next']);
    expect(server.connections()).toBe(1);
  });

  it('lets running and waiting calls end before it closes, and refuses new ones', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const calls = [new Call(), new Call()];
    for (const call of calls) pool.add(call);
    await heldCount(1);
    const closing = pool.close(10_000);
    const late = new Call();
    pool.add(late);
    expect(late.seen).toEqual(['closed']);
    misbehaviour = RESPOND;
    respond(held[0]!, 200, '{}');
    await closing;

    for (const { seen } of calls) expect(seen).toEqual(['written', '200']);
    await server.idle();
  });

  it('ends what runs and waits when the grace time is over', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const calls = [new Call(), new Call()];
    for (const call of calls) pool.add(call);
    await heldCount(1);
    await pool.close(10);

    expect(calls.map(({ seen }) => seen.join())).toEqual(['written,closed', 'closed']);
    await server.idle();
  });

  it('closes without a connection if there was no call', async () => {
    const pool = createPool(1);
    await pool.close(1000);
    const late = new Call();
    pool.add(late);
    expect(late.seen).toEqual(['closed']);
    expect(server.connections()).toBe(0);
  });

  it('is idle once the last waiting call is late', async () => {
    misbehaviour = hold;
    const pool = createPool(1);
    const late = new Call('/', 30);
    pool.add(late);
    await pool.close(5000);
    expect(late.seen.at(-1)).toBe('deadline');
  });

  it('closes its connections when it is drained, and opens others for a later call', async () => {
    const pool = createPool(1);
    const first = new Call();
    pool.add(first);
    await pool.drain();
    await server.idle();
    expect(first.seen).toEqual(['written', '200']);
    const second = new Call();
    pool.add(second);
    await second.ended;
    expect(second.seen).toEqual(['written', '200']);
  });

  it('asks before the first connection whether there may be one', async () => {
    const pool = createPool(1, server.url, () => true);
    const call = new Call();
    pool.add(call);
    expect(call.seen).toEqual(['closed']);
  });
});
