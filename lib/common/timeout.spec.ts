import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTimeout } from './timeout.js';

const never = new Promise<never>(() => {});
const tooLate = new Error('too late');
const onTimeout = () => tooLate;

describe('withTimeout', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('resolves with the result of work that ends in time', async () => {
    expect(await withTimeout(Promise.resolve('done'), 100, { onTimeout })).toBe('done');
  });

  it('rejects with the error of work that fails in time', async () => {
    const failed = new Error('failed');
    await expect(withTimeout(Promise.reject(failed), 100, { onTimeout })).rejects.toBe(failed);
  });

  it("rejects with the caller's error when the time is over, and not before", async () => {
    const settled = vi.fn<(error: unknown) => void>();
    const waiting = withTimeout(never, 100, { onTimeout }).catch(settled);
    await vi.advanceTimersByTimeAsync(99);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(settled).toHaveBeenCalledWith(tooLate);
  });

  it('makes no error where none is needed', async () => {
    const onTimeout = vi.fn<() => unknown>();
    const onAbort = vi.fn<() => unknown>();
    const { signal } = new AbortController();
    await withTimeout(Promise.resolve(), 100, { onTimeout, signal, onAbort });
    expect(onTimeout).not.toHaveBeenCalled();
    expect(onAbort).not.toHaveBeenCalled();
  });

  it("rejects with the caller's error as soon as the signal aborts", async () => {
    const controller = new AbortController();
    const givenUp = new Error('given up');
    const waiting = withTimeout(never, 100, {
      onTimeout,
      signal: controller.signal,
      onAbort: () => givenUp,
    });
    controller.abort();
    await expect(waiting).rejects.toBe(givenUp);
  });

  it("rejects with the signal's reason where the caller makes no error", async () => {
    const controller = new AbortController();
    const waiting = withTimeout(never, 100, { onTimeout, signal: controller.signal });
    const reason = new Error('shut down');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('does not wait at all with a signal that has already aborted', async () => {
    const reason = new Error('shut down');
    const signal = AbortSignal.abort(reason);
    const waiting = withTimeout(Promise.resolve('done'), 100, { onTimeout, signal });
    await expect(waiting).rejects.toBe(reason);
  });

  it.each([
    ['succeeds', () => Promise.resolve()],
    ['fails', () => Promise.reject(new Error('failed'))],
    ['takes too long', () => never],
  ])('leaves no timer and no listener behind when the work %s', async (_case, work) => {
    const { signal } = new AbortController();
    const waiting = withTimeout(work(), 100, { onTimeout, signal }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('leaves no timer and no listener behind when the signal aborts', async () => {
    const controller = new AbortController();
    const waiting = withTimeout(never, 100, { onTimeout, signal: controller.signal });
    const reason = new Error('shut down');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('ignores an error of work that was given up', async () => {
    let fail!: (error: Error) => void;
    const work = new Promise<never>((_, reject) => (fail = reject));
    const waiting = withTimeout(work, 100, { onTimeout }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toBe(tooLate);
    const unhandled = vi.fn<(error: unknown) => void>();
    process.once('unhandledRejection', unhandled);
    fail(new Error('failed too late'));
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
