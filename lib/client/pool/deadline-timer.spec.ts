import { describe, expect, it } from 'vitest';
import { DeadlineTimer } from './deadline-timer.js';

describe('a timer of deadlines', () => {
  it('checks at the earliest deadline, and then at the one that the check returns', async () => {
    const startedAt = performance.now();
    const asked: number[] = [];
    const left = [startedAt + 60, Infinity];
    const askedTwice = new Promise<void>((resolve) => {
      const timer = new DeadlineTimer((now) => {
        if (asked.push(now - startedAt) === 2) resolve();
        return left.shift()!;
      });
      for (const timeout of [200, 30, 90]) timer.schedule(startedAt + timeout);
    });
    // The timer does not keep the process alive.
    const alive = setTimeout(() => {}, 10_000);
    await askedTwice;
    clearTimeout(alive);
    await new Promise((resolve) => setTimeout(resolve, 40));

    expect(asked).toHaveLength(2);
    expect(asked[0]).toBeGreaterThanOrEqual(29);
    expect(asked[1]).toBeGreaterThanOrEqual(59);
  });

  it('pauses between two deadlines that follow each other closely', async () => {
    const asked: number[] = [];
    const alive = setTimeout(() => {}, 10_000);
    await new Promise<void>((resolve) => {
      const timer = new DeadlineTimer((now) => {
        if (asked.push(now) < 10) return now + 0.1;
        resolve();
        return Infinity;
      });
      timer.schedule(performance.now() + 10);
    });
    clearTimeout(alive);

    // 4 ms each; Node's timers may be a millisecond early.
    expect(asked[9]! - asked[0]!).toBeGreaterThanOrEqual(9 * 3);
  });

  it('checks no more once it is stopped, until a deadline is scheduled again', async () => {
    const startedAt = performance.now();
    let asked = 0;
    const timer = new DeadlineTimer(() => {
      asked++;
      return Infinity;
    });
    timer.schedule(startedAt + 10);
    timer.stop();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked).toBe(0);

    timer.schedule(startedAt + 500);
    timer.schedule(performance.now() + 5);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked).toBe(1);
  });
});
