import { describe, expect, it } from 'vitest';
import { FifoQueue } from './fifo-queue.js';

describe('a FIFO queue', () => {
  it('does not grow with what has come and gone', () => {
    const queue = new FifoQueue<{ n: number }>();
    const item = { n: 0 };
    queue.push(item);
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 10_000_000; i++) {
      queue.push(item);
      queue.shift();
    }
    // A slot for each would be 80 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
    expect(queue.size).toBe(1);
  });

  it('returns items in the order in which they came, however many come and go', () => {
    const queue = new FifoQueue<{ n: number }>();
    const served: number[] = [];
    let n = 0;
    for (let round = 0; round < 500; round++) {
      for (let i = 0; i < 7; i++) queue.push({ n: n++ });
      for (let i = 0; i < 5; i++) served.push(queue.shift()!.n);
    }
    expect(queue.size).toBe(1000);
    for (let item; (item = queue.shift());) served.push(item.n);

    expect(served).toEqual(Array.from({ length: 3500 }, (_, i) => i));
    expect(queue.size).toBe(0);
  });

  it('removes an item out of turn, and none twice', () => {
    const [a, b, c] = [{}, {}, {}];
    const queue = new FifoQueue<object>();
    for (const item of [a, b, c]) queue.push(item);
    queue.remove(b);
    queue.remove(b);
    queue.remove({});

    expect(queue.size).toBe(2);
    expect([queue.shift(), queue.shift(), queue.shift()]).toEqual([a, c, undefined]);
  });

  it('removes all that match at once, and asks once about each', () => {
    const queue = new FifoQueue<{ n: number }>();
    for (let n = 0; n < 10; n++) queue.push({ n });
    queue.shift();
    const asked: number[] = [];
    const removed = queue.removeWhere(({ n }) => asked.push(n) > 0 && n % 3 === 0);

    expect(removed.map(({ n }) => n)).toEqual([3, 6, 9]);
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const left: number[] = [];
    for (let item; (item = queue.shift());) left.push(item.n);
    expect(left).toEqual([1, 2, 4, 5, 7, 8]);
  });
});
