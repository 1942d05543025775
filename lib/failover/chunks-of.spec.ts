import { describe, expect, it } from 'vitest';
import type { SmsMessage } from '../sms/sms-message.js';
import { chunksOf } from './chunks-of.js';

const NEVER = 60_000;

const message = (outId: string): SmsMessage => ({
  outId,
  phoneList: ['13800138000'],
  params: {},
  verifyTemplateCode: 'SMS_1',
});
const messages = (...ids: string[]) => ids.map(message);

async function read(chunks: AsyncIterable<SmsMessage[]>): Promise<string[]> {
  const seen: string[] = [];
  for await (const chunk of chunks) seen.push(chunk.map(({ outId }) => outId).join(''));
  return seen;
}

/** Ends by itself only where the last id was read; says whether it was closed before. */
function source(...ids: string[]) {
  const state = { isClosed: false, read: 0 };
  async function* generate() {
    try {
      for (const id of ids) {
        state.read++;
        yield message(id);
      }
    } finally {
      state.isClosed = true;
    }
  }
  return { state, messages: generate() };
}

describe('messages in chunks', () => {
  it.each([
    ['an array', () => messages('a', 'b', 'c', 'd', 'e')],
    ['a generator', () => source('a', 'b', 'c', 'd', 'e').messages],
    ['a set', () => new Set(messages('a', 'b', 'c', 'd', 'e'))],
  ])('are as many as are asked for, and what is left: %s', async (_, make) => {
    expect(await read(chunksOf(make(), 2, NEVER))).toEqual(['ab', 'cd', 'e']);
    expect(await read(chunksOf(make(), 5, NEVER))).toEqual(['abcde']);
  });

  it('are none of an empty source', async () => {
    expect(await read(chunksOf([], 2, NEVER))).toEqual([]);
  });

  it('are no more than were asked for: the next one is not read ahead', async () => {
    const { state, messages } = source('a', 'b', 'c');
    const chunks = chunksOf(messages, 2, NEVER);
    await chunks.next();
    expect(state).toEqual({ isClosed: false, read: 2 });
    await chunks.return();
    expect(state).toEqual({ isClosed: true, read: 2 });
  });

  it('are handed on when a slow source gives no more, and what it gives later is not lost', async () => {
    let giveMore = () => {};
    const later = new Promise<void>((resolve) => (giveMore = resolve));
    async function* slow() {
      yield message('a');
      await later;
      yield message('b');
      yield message('c');
    }
    const chunks = chunksOf(slow(), 10, 1);
    expect((await chunks.next()).value).toHaveLength(1);
    giveMore();
    expect(await read(chunks)).toEqual(['bc']);
  });

  it('wait for the first message as long as it takes', async () => {
    async function* slow() {
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield message('a');
    }
    expect(await read(chunksOf(slow(), 10, 1))).toEqual(['a']);
  });

  it('do not close a source that has ended by itself', async () => {
    let returns = 0;
    const ids = ['a'];
    const iterator = {
      next: () => {
        const id = ids.shift();
        return id ? { value: message(id), done: false } : { value: undefined, done: true };
      },
      return: () => {
        returns++;
        return { value: undefined, done: true };
      },
    };
    const iterable = { [Symbol.iterator]: () => iterator } as Iterable<SmsMessage>;
    expect(await read(chunksOf(iterable, 1, NEVER))).toEqual(['a']);
    expect(returns).toBe(0);
  });
});
