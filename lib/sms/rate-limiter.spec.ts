import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.js';

const NO_SIGNAL = undefined;

/** Milliseconds until each of these calls may start. */
async function waits(limiter: RateLimiter, ...recipients: number[]) {
  const start = performance.now();
  const times: number[] = [];
  for (const each of recipients) {
    await limiter.wait(each, NO_SIGNAL);
    times.push(performance.now() - start);
  }
  return times;
}

describe('the pace of a bulk send', () => {
  it('lets the next call start when the recipients before it have had their time', async () => {
    const [first, second, third] = await waits(new RateLimiter(1_000), 40, 20, 1);
    expect(first).toBeLessThan(20);
    // A timer may fire a little early.
    expect(second).toBeGreaterThanOrEqual(38);
    expect(third).toBeGreaterThanOrEqual(57);
  });

  it('holds for calls that are asked for at the same time', async () => {
    const limiter = new RateLimiter(1_000);
    const start = performance.now();
    await Promise.all([1, 2, 3].map(() => limiter.wait(20, NO_SIGNAL)));
    expect(performance.now() - start).toBeGreaterThanOrEqual(38);
  });

  it('saves no time up while nobody sends', async () => {
    const limiter = new RateLimiter(1_000);
    await limiter.wait(1, NO_SIGNAL);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [, second] = await waits(limiter, 30, 1);
    expect(second).toBeGreaterThanOrEqual(28);
  });

  it('is none where none is asked for, or the send was stopped', async () => {
    const huge = 1_000_000;
    const start = performance.now();
    await waits(new RateLimiter(undefined), huge, huge);
    const limiter = new RateLimiter(1);
    await limiter.wait(huge, NO_SIGNAL);
    await limiter.wait(huge, AbortSignal.abort());
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
