import type { Dispatcher } from 'undici';
import { describe, expect, it } from 'vitest';
import { ConnectionPool, type PooledCall } from './connection-pool.js';

class Call implements PooledCall {
  readonly seen: string[] = [];
  deadline = performance.now() + 60_000;

  start(): void {
    this.seen.push('started');
  }

  expire(): void {
    this.seen.push('expired');
  }

  refuse(systemCode: string): void {
    this.seen.push(systemCode);
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A pool whose dispatchers tell what happened to them. */
function poolOf(connections: number, isClosed?: () => boolean) {
  const events: string[] = [];
  const pool = new ConnectionPool(
    connections,
    async () => {
      events.push('made');
      return {
        close: async () => void events.push('closed'),
        destroy: async () => void events.push('destroyed'),
      } as unknown as Dispatcher;
    },
    isClosed,
  );
  return { pool, events };
}

/** Whether it has ended by now. */
async function hasEnded(work: Promise<unknown>): Promise<boolean> {
  await turn();
  return Promise.race([work.then(() => true), turn().then(() => false)]);
}

const NEVER = 60_000;

describe('a pool that drains', () => {
  it('lets running and waiting calls finish, closes its connections, and opens new ones later', async () => {
    const { pool, events } = poolOf(1);
    const [running, waiting, later] = [new Call(), new Call(), new Call()];
    pool.add(running);
    pool.add(waiting);
    await turn();
    const draining = pool.drain();
    expect(await hasEnded(draining)).toBe(false);
    pool.release(running);
    expect(await hasEnded(draining)).toBe(false);
    expect(waiting.seen).toEqual(['started']);
    expect(events).toEqual(['made']);
    pool.release(waiting);
    await draining;
    expect(events).toEqual(['made', 'closed']);

    pool.add(later);
    await turn();
    expect(later.seen).toEqual(['started']);
    expect(events).toEqual(['made', 'closed', 'made']);
  });

  it('is drained when its connections are closed', async () => {
    let closed = () => {};
    const close = () => new Promise<void>((resolve) => (closed = resolve));
    const pool = new ConnectionPool(1, async () => ({ close }) as unknown as Dispatcher);
    const call = new Call();
    pool.add(call);
    await turn();
    pool.release(call);
    const draining = pool.drain();
    expect(await hasEnded(draining)).toBe(false);
    closed();
    await draining;
  });

  it('has nothing to close where there was no call', async () => {
    const { pool, events } = poolOf(1);
    await pool.drain();
    expect(events).toEqual([]);
  });

  it('waits for no call that was removed', async () => {
    const { pool } = poolOf(1);
    const [running, waiting] = [new Call(), new Call()];
    pool.add(running);
    pool.add(waiting);
    await turn();
    pool.release(running);
    pool.remove(waiting);
    await pool.drain();
    expect(waiting.seen).toEqual([]);
  });

  it('ends when the last waiting call is removed', async () => {
    let make = () => {};
    const dispatcher = new Promise<Dispatcher>((resolve) => {
      make = () => resolve({ close: async () => {} } as unknown as Dispatcher);
    });
    const pool = new ConnectionPool(1, () => dispatcher);
    const call = new Call();
    pool.add(call);
    const draining = pool.drain();
    expect(await hasEnded(draining)).toBe(false);
    pool.remove(call);
    await draining;
    make();
    await turn();
    expect(call.seen).toEqual([]);
  });
});

describe('a pool that closes', () => {
  it('lets running and waiting calls finish within the grace time, and refuses new ones', async () => {
    const { pool, events } = poolOf(1);
    const [running, waiting, late] = [new Call(), new Call(), new Call()];
    pool.add(running);
    pool.add(waiting);
    await turn();
    const closing = pool.close(NEVER);
    pool.add(late);
    expect(late.seen).toEqual(['UND_ERR_CLOSED']);
    pool.release(running);
    expect(await hasEnded(closing)).toBe(false);
    pool.release(waiting);
    await closing;
    expect(waiting.seen).toEqual(['started']);
    expect(events).toEqual(['made', 'closed']);
  });

  it('closes once, however often it is asked to', async () => {
    const { pool, events } = poolOf(1);
    const call = new Call();
    pool.add(call);
    await turn();
    const closing = pool.close(NEVER);
    expect(pool.close(0)).toBe(closing);
    pool.release(call);
    await closing;
    await pool.close(0);
    expect(events).toEqual(['made', 'closed']);
  });

  it('refuses what waits and destroys what runs when the grace time is over', async () => {
    const { pool, events } = poolOf(1);
    const [running, waiting] = [new Call(), new Call()];
    pool.add(running);
    pool.add(waiting);
    await turn();
    await pool.close(1);
    expect(waiting.seen).toEqual(['UND_ERR_CLOSED']);
    expect(running.seen).toEqual(['started']);
    expect(events).toEqual(['made', 'destroyed']);
  });

  it('makes no connections once the application is closed, and refuses all that waits', async () => {
    let isClosed = true;
    const { pool, events } = poolOf(1, () => isClosed);
    const [refused, allowed] = [new Call(), new Call()];
    pool.add(refused);
    expect(refused.seen).toEqual(['UND_ERR_CLOSED']);
    expect(await hasEnded(pool.drain())).toBe(true);
    isClosed = false;
    pool.add(allowed);
    await turn();
    expect(allowed.seen).toEqual(['started']);
    expect(events).toEqual(['made']);
  });
});
