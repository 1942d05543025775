import type { Dispatcher } from 'undici';
import { describe, expect, it } from 'vitest';
import { ConnectionPool, type PooledCall } from './connection-pool.js';

class Call implements PooledCall {
  readonly seen: string[] = [];

  start(): void {
    this.seen.push('started');
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
    for (const call of calls) pool.enter(call);
    await Promise.resolve();
    await Promise.resolve();

    expect(made).toBe(1);
    expect(calls.map(({ seen }) => seen.length)).toEqual([1, 1, 0]);
    pool.done();
    await Promise.resolve();
    expect(calls[2]!.seen).toEqual(['started']);
  });

  it('refuses those who wait where its dispatcher cannot be made, and tries again for the next', async () => {
    const faults = [Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' })];
    const pool = new ConnectionPool(1, async () => {
      for (const fault of faults.splice(0)) throw fault;
      return DISPATCHER;
    });
    const [first, second] = [new Call(), new Call()];
    pool.enter(first);
    await new Promise((resolve) => setImmediate(resolve));
    pool.enter(second);
    await new Promise((resolve) => setImmediate(resolve));

    expect(first.seen).toEqual(['ERR_MODULE_NOT_FOUND']);
    expect(second.seen).toEqual(['started']);
  });

  it('closes without a dispatcher where there was no call', async () => {
    let made = 0;
    const pool = new ConnectionPool(1, async () => {
      made++;
      return DISPATCHER;
    });
    await pool.close(1000);
    const late = new Call();
    pool.enter(late);

    expect(made).toBe(0);
    expect(late.seen).toEqual(['UND_ERR_CLOSED']);
  });
});
