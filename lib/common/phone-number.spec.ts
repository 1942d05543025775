import { describe, expect, it } from 'vitest';
import { isMainlandNumber, normalizePhoneNumber } from './phone-number.js';

describe('normalizePhoneNumber', () => {
  it.each([
    '13800138000',
    '+13800138000',
    '+8613800138000',
    '008613800138000',
    '8613800138000',
    '+86 138 0013 8000',
    '138-0013-8000',
  ])('reads %s as a mainland number', (text) => {
    expect(normalizePhoneNumber(text)).toBe('13800138000');
  });

  it.each([
    ['+85251234567', '85251234567'],
    ['85251234567', '85251234567'],
    ['0085251234567', '85251234567'],
    ['+442071838750', '442071838750'],
    ['12025550123', '12025550123'],
  ])('reads %s as a number abroad', (text, expected) => {
    expect(normalizePhoneNumber(text)).toBe(expected);
  });

  it('keeps the + of an American number whose digits read like a mainland mobile', () => {
    expect(normalizePhoneNumber('+18625550100')).toBe('+18625550100');
    expect(normalizePhoneNumber('+1 862 555 0100')).toBe('+18625550100');
    expect(normalizePhoneNumber('0018625550100')).toBe('+18625550100');
    expect(normalizePhoneNumber('18625550100')).toBe('18625550100');
  });

  it.each([
    '',
    ' ',
    'abc',
    '123',
    '1380013800',
    '138001380000',
    '12800138000',
    '+8612345678901',
    '+861012345678',
    '13800138000,13900139000',
    '13800138000\n',
    '１３８００１３８０００',
    '138  00138000',
    '+',
    '++8613800138000',
    '13800138000x1',
    '9'.repeat(16),
    '0'.repeat(40),
  ])('refuses %j', (text) => {
    expect(normalizePhoneNumber(text)).toBeUndefined();
  });
});

describe('isMainlandNumber', () => {
  it('tells a mainland mobile from all other normalized numbers', () => {
    expect(isMainlandNumber('13800138000')).toBe(true);
    for (const foreign of ['85251234567', '12025550123', '+18625550100']) {
      expect(isMainlandNumber(foreign)).toBe(false);
    }
  });
});
