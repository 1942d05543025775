import { describe, expect, it } from 'vitest';
import { messageParts } from './message-content.js';

describe('Billed parts', () => {
  it.each([
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [160, 3],
  ])('%i characters at home are %i', (length, parts) => {
    expect(messageParts('字'.repeat(length), '13900001234')).toBe(parts);
  });

  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['【a】' + 'a'.repeat(67), 1],
    ['【a】' + 'a'.repeat(68), 2],
  ])('abroad %s are %i', (text, parts) => {
    expect(messageParts(text, '85251234567')).toBe(parts);
  });
});
