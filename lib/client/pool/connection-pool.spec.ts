import type { Dispatcher } from 'undici';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionPool, type PooledCall } from './connection-pool.js';

class Call implements PooledCall {
  readonly seen: string[] = [];

  deadline: number;

  constructor(timeout = 1000) {
    this.deadline = performance.now() + timeout;
  }

  start(): void {
    this.seen.push('started');
  }

  expire(): void {
    this.seen.push('expired');
    this.deadline = Infinity;
  }

  refuse(systemCode: string): void {
    this.seen.push(systemCode);
  }
}

const DISPATCHER = { close: async () => {}, destroy: async () => {} } as unknown as Dispatcher;

describe('a connection pool', () => {
  it('makes its dispatcher for the first call, once, and starts no more than it has connections', async () => {
    let made = 0;
    const pool = new ConnectionPool(2, async () => {
      made++;
      return DISPATCHER;
    });
    const calls = [new Call(), new Call(), new Call()];
    expect(made).toBe(0);
    for (const call of calls) pool.add(call);
    await Promise.resolve();
    await Promise.resolve();

    expect(made).toBe(1);
    expect(calls.map(({ seen }) => seen.length)).toEqual([1, 1, 0]);
    pool.release(calls[0]!);
    await Promise.resolve();
    expect(calls[2]!.seen).toEqual(['started']);
  });

  it('gives a connection to the next call under fake timers too', async () => {
    const pool = new ConnectionPool(1, async () => DISPATCHER);
    const [first, second] = [new Call(), new Call()];
    pool.add(first);
    pool.add(second);
    await new Promise((resolve) => setImmediate(resolve));
    vi.useFakeTimers({ toFake: ['queueMicrotask'] });
    pool.release(first);
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    expect(second.seen).toEqual(['started']);
  });

  it('ends closing soon after the grace time where a call never leaves its connection', async () => {
    const stuck = { close: () => new Promise(() => {}), destroy: () => new Promise(() => {}) };
    const pool = new ConnectionPool(1, async () => stuck as unknown as Dispatcher);
    pool.add(new Call());
    await expect(pool.close(10)).resolves.toBeUndefined();
  });

  it('refuses the waiting calls if its dispatcher cannot be made, and tries again for the next call', async () => {
    const faults = [Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' })];
    const pool = new ConnectionPool(1, async () => {
      for (const fault of faults.splice(0)) throw fault;
      return DISPATCHER;
    });
    const [first, second] = [new Call(), new Call()];
    pool.add(first);
    await new Promise((resolve) => setImmediate(resolve));
    pool.add(second);
    await new Promise((resolve) => setImmediate(resolve));

    expect(first.seen).toEqual(['ERR_MODULE_NOT_FOUND']);
    expect(second.seen).toEqual(['started']);
  });

  it('closes without a dispatcher if there was no call', async () => {
    let made = 0;
    const pool = new ConnectionPool(1, async () => {
      made++;
      return DISPATCHER;
    });
    await pool.close(1000);
    const late = new Call();
    pool.add(late);

    expect(made).toBe(0);
    expect(late.seen).toEqual(['UND_ERR_CLOSED']);
  });

  it('ends the calls whose deadline has passed, waiting or running, in any order', async () => {
    const pool = new ConnectionPool(1, async () => DISPATCHER);
    const calls = [new Call(40), new Call(5000), new Call(20), new Call(60)];
    for (const call of calls) pool.add(call);
    await new Promise((resolve) => setTimeout(resolve, 120));

    expect(calls.map(({ seen }) => seen)).toEqual([
      ['started', 'expired'],
      [],
      ['expired'],
      ['expired'],
    ]);
    pool.release(calls[0]!);
    await Promise.resolve();
    expect(calls[1]!.seen).toEqual(['started']);
  });

  it('does not start a call whose time is over', async () => {
    const pool = new ConnectionPool(1, async () => DISPATCHER);
    const calls = [new Call(), new Call(20), new Call()];
    for (const call of calls) pool.add(call);
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 20;
    while (performance.now() < until);
    pool.release(calls[0]!);
    await Promise.resolve();

    expect(calls.map(({ seen }) => seen)).toEqual([['started'], ['expired'], ['started']]);
  });

  it('is idle once the last waiting call is late', async () => {
    const pool = new ConnectionPool(1, async () => DISPATCHER);
    const late = new Call(1);
    pool.add(late);
    await pool.close(5000);

    expect(late.seen).toEqual(['expired']);
  });
});
