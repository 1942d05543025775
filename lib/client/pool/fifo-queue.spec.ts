import { describe, expect, it } from 'vitest';
import { WaitingLine } from './fifo-queue.js';

describe('a waiting line', () => {
  it('serves in the order of coming, however many come and go', () => {
    const line = new WaitingLine<{ n: number }>();
    const served: number[] = [];
    let n = 0;
    for (let round = 0; round < 500; round++) {
      for (let i = 0; i < 7; i++) line.join({ n: n++ });
      for (let i = 0; i < 5; i++) served.push(line.shift()!.n);
    }
    expect(line.size).toBe(1000);
    for (let item; (item = line.shift());) served.push(item.n);

    expect(served).toEqual(Array.from({ length: 3500 }, (_, i) => i));
    expect(line.size).toBe(0);
  });

  it('lets anybody leave out of turn, and nobody twice', () => {
    const [a, b, c] = [{}, {}, {}];
    const line = new WaitingLine<object>();
    for (const item of [a, b, c]) line.join(item);
    line.leave(b);
    line.leave(b);
    line.leave({});

    expect(line.size).toBe(2);
    expect([line.shift(), line.shift(), line.shift()]).toEqual([a, c, undefined]);
  });

  it('takes out all of a kind at once, and asks once of each', () => {
    const line = new WaitingLine<{ n: number }>();
    for (let n = 0; n < 10; n++) line.join({ n });
    line.shift();
    const asked: number[] = [];
    const out = line.takeOut(({ n }) => asked.push(n) > 0 && n % 3 === 0);

    expect(out.map(({ n }) => n)).toEqual([3, 6, 9]);
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const rest: number[] = [];
    for (let item; (item = line.shift());) rest.push(item.n);
    expect(rest).toEqual([1, 2, 4, 5, 7, 8]);
  });
});
