import { describe, expect, it } from 'vitest';
import { withoutFrames } from '../../test/contracts/without-frames.js';
import {
  type FlowControlDecision,
  FlowControlGuard,
  type FlowControlOptions,
  type LimitStore,
  MemoryLimitStore,
} from './index.js';

const SEND = { sign: '某某科技', template: 'SMS_1', phones: ['13800138000'] };

const guardOf = (options: FlowControlOptions) =>
  new FlowControlGuard(options, new MemoryLimitStore());

describe('a store that fails', () => {
  const failing = (reserve: LimitStore['reserve']): LimitStore => ({
    reserve,
    release: () => Promise.reject(new Error('down')),
  });
  const down = failing(() =>
    Promise.reject(Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' })),
  );
  const silent = failing(() => new Promise(() => {}));

  it("lets the send pass by default under Aliyun's limits, and says that it is uncounted", async () => {
    const decision = await guardOf({ store: down }).acquire(SEND);
    expect(decision).toMatchObject({
      outcome: 'granted',
      storeError: { name: 'LimitStoreError', reason: 'ECONNREFUSED' },
    });
    const { permit } = decision as Extract<FlowControlDecision, { outcome: 'granted' }>;
    await permit.release();
  });

  it('refuses the send by default under limits that nobody else enforces', async () => {
    const windows = [{ limit: 1, windowMs: 60_000, by: 'phone' as const }];
    expect(await guardOf({ windows, store: down }).acquire(SEND)).toMatchObject({
      outcome: 'store-failed',
      error: { reason: 'ECONNREFUSED' },
    });
  });

  it.each(['allow', 'refuse'] as const)('does what onStoreError: %s says', async (onStoreError) => {
    const { outcome } = await guardOf({ store: down, onStoreError }).acquire(SEND);
    expect(outcome).toBe(onStoreError === 'allow' ? 'granted' : 'store-failed');
  });

  it('is not asked about a message of which nothing is counted', async () => {
    const guard = guardOf({ store: down, onStoreError: 'refuse', exempt: SEND.phones });
    expect(await guard.acquire(SEND)).toMatchObject({ outcome: 'granted' });
    expect(await guard.acquire({ ...SEND, phones: ['85251234567'] })).toMatchObject({
      outcome: 'granted',
    });
  });

  it('has given the place back when the release has ended', async () => {
    let released = () => {};
    const slow: LimitStore = {
      reserve: () => Promise.resolve({ granted: true }),
      release: () => new Promise((resolve) => (released = resolve)),
    };
    const decision = await guardOf({ store: slow }).acquire(SEND);
    const { permit } = decision as Extract<FlowControlDecision, { outcome: 'granted' }>;
    let isReleased = false;
    const releasing = permit.release().then(() => (isReleased = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isReleased).toBe(false);
    released();
    await releasing;
  });

  it('does not wait longer than storeTimeout for a store that does not reply', async () => {
    const guard = guardOf({ store: silent, storeTimeout: 20, onStoreError: 'refuse' });
    const start = performance.now();
    expect(await guard.acquire(SEND)).toMatchObject({ error: { reason: 'timeout' } });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('gives back the place that a slow store granted after the send was refused', async () => {
    let grant!: () => void;
    let given!: (id: string) => void;
    const released = new Promise<string>((resolve) => (given = resolve));
    const slow: LimitStore = {
      reserve: () => new Promise((resolve) => (grant = () => resolve({ granted: true }))),
      release: ({ id }) => Promise.resolve(given(id)),
    };
    await guardOf({ store: slow, storeTimeout: 5, onStoreError: 'refuse' }).acquire(SEND);
    grant();
    expect(await released).toMatch(/^[\da-f-]{36}$/);
  });

  it.each(['granted', 'failed'])('gives no place back before it was taken: %s', async (end) => {
    const asked: string[] = [];
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let given!: () => void;
    const released = new Promise<void>((resolve) => (given = resolve));
    const slow: LimitStore = {
      reserve: async () => {
        await answered;
        asked.push('reserve');
        if (end === 'failed') throw new Error('down');
        return { granted: true };
      },
      release: () => {
        asked.push('release');
        return Promise.resolve(given());
      },
    };
    const controller = new AbortController();
    const guard = guardOf({ store: slow, storeTimeout: 20_000 });
    const time = { deadline: performance.now() + 20_000, signal: controller.signal };
    const acquiring = guard.acquire(SEND, time);
    controller.abort();
    expect(await acquiring).toEqual({ outcome: 'ended', reason: 'aborted' });
    answer();
    await released;
    expect(asked).toEqual(['reserve', 'release']);
  });

  it('gives back places when the reply of the store was lost', async () => {
    const store = new MemoryLimitStore();
    const lost: LimitStore = {
      reserve: async (reservation) => {
        await store.reserve(reservation);
        throw new Error('connection lost');
      },
      release: (reservation) => store.release(reservation),
    };
    await guardOf({ store: lost, onStoreError: 'refuse' }).acquire(SEND);
    expect(await guardOf({ store }).acquire(SEND)).toMatchObject({ outcome: 'granted' });
  });

  it.each([
    [() => Promise.reject(new Error('NOAUTH Authentication required.')), 'NOAUTH'],
    [() => Promise.reject(new Error('Connection is closed.')), 'Connection is closed'],
    [() => Promise.reject(new TypeError('x at 10.0.0.1')), 'TypeError'],
    [() => Promise.reject(new TypeError('no HOST at 10.0.0.1')), 'TypeError'],
    [() => Promise.reject(new TypeError('NOAUTH')), 'NOAUTH'],
    [() => Promise.reject(Object.assign(new Error('a. b'), { code: 'at 10.0.0.1' })), 'Error'],
    [() => Promise.reject(Object.assign(new Error('a. b'), { code: 'E10.0.0.1' })), 'Error'],
    [() => Promise.reject(Object.assign(new Error('a. b'), { code: 7 })), 'Error'],
    [() => Promise.reject('text'), 'unknown'],
    [
      () => {
        throw new RangeError('thrown, not rejected');
      },
      'RangeError',
    ],
  ])('gives a short reason for the failure (%#)', async (reserve, reason) => {
    const decision = await guardOf({ store: failing(reserve) }).acquire(SEND);
    expect(decision).toMatchObject({ storeError: { reason } });
  });

  it("keeps the client's message, with its hosts and keys, out of the error", async () => {
    const decision = await guardOf({ store: down, onStoreError: 'refuse' }).acquire(SEND);
    const { error } = decision as Extract<FlowControlDecision, { outcome: 'store-failed' }>;
    expect(
      `${error.message} ${withoutFrames(error.stack!)} ${JSON.stringify(error)}`,
    ).not.toContain('10.0.0.1');
    expect(error.cause).toBeUndefined();
  });
});
