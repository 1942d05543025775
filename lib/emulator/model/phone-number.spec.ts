import { describe, expect, it } from 'vitest';
import { isMainlandNumber, readAskedNumber, readPhoneNumber } from './phone-number.js';

describe('Phone numbers', () => {
  it.each([
    '13900001234',
    '+13900001234',
    '+8613900001234',
    '008613900001234',
    '8613900001234',
    '0013900001234',
  ])('takes %s for the mainland', (text) => {
    expect(readPhoneNumber(text)).toBe('13900001234');
    expect(isMainlandNumber('13900001234')).toBe(true);
  });

  it.each([
    ['+18625550100', '+18625550100'],
    ['0018625550100', '+18625550100'],
    ['85251234567', '85251234567'],
    ['+85251234567', '85251234567'],
    ['0085251234567', '85251234567'],
    ['12025550123', '12025550123'],
    ['+8860912345678', '886912345678'],
  ])('takes %s for a number abroad', (text, normal) => {
    expect(readPhoneNumber(text)).toBe(normal);
    expect(isMainlandNumber(normal)).toBe(false);
  });

  it.each([
    '',
    '139',
    '139523483377',
    '+86139000012345',
    '8612345678901',
    '1390000123a',
    ' 13900001234',
    '139 0000 1234',
    '139-0000-1234',
    '++13900001234',
    '99999999999',
    '１３９００００１２３４',
  ])('refuses %j', (text) => {
    expect(readPhoneNumber(text)).toBeUndefined();
  });

  it.each([
    ['+86 139-0000-1234', '13900001234'],
    [' 13900001234\n', '13900001234'],
    ['+886 0912 345 678', '886912345678'],
    ['1390', '1390'],
  ])('takes %j that somebody asks for as %s', (text, number) => {
    expect(readAskedNumber(text)).toBe(number);
  });
});
