import { describe, expect, it } from 'vitest';
import { EmulatorClock } from './clock.js';

describe('The test clock', () => {
  it('does what becomes due on the way, in order, at its time', async () => {
    const clock = new EmulatorClock();
    const start = clock.now();
    const done: [string, number][] = [];
    const note = (name: string) => () =>
      void done.push([name, Math.round((clock.now() - start) / 1_000)]);
    clock.schedule(start + 20_000, note('second'));
    clock.schedule(start + 10_000, () => {
      note('first')();
      clock.schedule(clock.now() + 5_000, note('planned on the way'));
    });
    clock.schedule(start + 60_000, note('too late'));
    await clock.advance(30_000);
    expect(done).toEqual([
      ['first', 10],
      ['planned on the way', 15],
      ['second', 20],
    ]);
    clock.reset();
    expect(clock.ahead).toBe(0);
  });

  it('waits for what takes time', async () => {
    const clock = new EmulatorClock();
    let done = false;
    clock.schedule(clock.now() + 1_000, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done = true;
    });
    await clock.advance(1_000);
    expect(done).toBe(true);
  });

  it('runs by itself too', async () => {
    const clock = new EmulatorClock();
    // The clock's own timer does not keep a process alive, so something else must.
    const alive = setTimeout(() => {}, 10_000);
    const ran = new Promise<string>((resolve) => {
      clock.schedule(clock.now() + 5, () => resolve('ran'));
    });
    expect(await ran).toBe('ran');
    clearTimeout(alive);
  });

  it.each([-1, NaN, Infinity])('does not move by %s', (ms) => {
    expect(() => new EmulatorClock().advance(ms)).toThrow(RangeError);
  });
});
