import { describe, expect, it } from 'vitest';
import { DeadlineTimer } from './deadline-timer.js';

describe('a timer of deadlines', () => {
  it('asks at the earliest that was named, and then at the one it is told', async () => {
    const startedAt = performance.now();
    const asked: number[] = [];
    const left = [startedAt + 60, Infinity];
    const timer = new DeadlineTimer((now) => {
      asked.push(now - startedAt);
      return left.shift()!;
    });
    for (const timeout of [200, 30, 90]) timer.expect(startedAt + timeout);
    await new Promise((resolve) => setTimeout(resolve, 150));

    expect(asked).toHaveLength(2);
    expect(asked[0]).toBeGreaterThanOrEqual(29);
    expect(asked[1]).toBeGreaterThanOrEqual(59);
  });

  it('leaves a pause where one deadline follows the other', async () => {
    const startedAt = performance.now();
    let asked = 0;
    const timer = new DeadlineTimer((now) => {
      asked++;
      return now < startedAt + 100 ? now + 0.1 : Infinity;
    });
    timer.expect(startedAt + 10);
    await new Promise((resolve) => setTimeout(resolve, 150));

    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(25);
  });

  it('asks no more once it is stopped, until a deadline is named again', async () => {
    const startedAt = performance.now();
    let asked = 0;
    const timer = new DeadlineTimer(() => {
      asked++;
      return Infinity;
    });
    timer.expect(startedAt + 10);
    timer.stop();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked).toBe(0);

    timer.expect(startedAt + 500);
    timer.expect(performance.now() + 5);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked).toBe(1);
  });
});
