import { describe, expect, it } from 'vitest';
import { RedisLimitStore } from './index.js';

describe('RedisLimitStore', () => {
  it.each(['', 'a{b}', '}'])('refuses the prefix %j, which would break the hash tag', (prefix) => {
    const client = { eval: () => Promise.resolve(), evalsha: () => Promise.resolve() };
    expect(() => new RedisLimitStore(client, { prefix })).toThrow(/prefix must be/);
  });
});
