import { describe, expect, it } from 'vitest';
import {
  isMainlandNumber,
  normalizePhone,
  normalizePhoneNumber,
  phoneNumberIssue,
} from './phone-number.js';

describe('normalizePhoneNumber', () => {
  it.each([
    '13800138000',
    '+13800138000',
    '+8613800138000',
    '008613800138000',
    '8613800138000',
    '+86 138 0013 8000',
    '138-0013-8000',
    ' 13800138000 ',
    '13800138000\r',
    '13800138000\r\n',
    '\ufeff13800138000',
    '\u202d13800138000\u202c',
    '1380013\u200b8000',
    '138\u00ad0013\u00ad8000',
    '１３８００１３８０００',
    '＋８６　１３８００１３８０００',
    '138\u00a00013\u00a08000',
    '138\u20130013\u20138000',
    '138\u20110013\u20118000',
    '(+86) 13800138000',
    '(86)13800138000',
    '（+86）138 0013 8000',
    '+86 013800138000',
  ])('reads %j as a mainland number', (text) => {
    expect(normalizePhoneNumber(text)).toBe('13800138000');
  });

  it.each([
    ['+85251234567', '85251234567'],
    ['85251234567', '85251234567'],
    ['0085251234567', '85251234567'],
    ['+442071838750', '442071838750'],
    ['12025550123', '12025550123'],
    ['+8860912345678', '886912345678'],
    ['+886 912-345-678', '886912345678'],
    ['8860912345678', '886912345678'],
    ['+44 07911 123456', '447911123456'],
    ['+44 (0)7911 123456', '447911123456'],
    ['+44 7911 123456', '447911123456'],
    ['+1 (202) 555-0123', '12025550123'],
    ['+1 1 202 555 0123', '12025550123'],
    ['+853 6612 3456', '85366123456'],
    ['+39 06 6982 1234', '390669821234'],
    ['\u202a+852 5123\u00a04567\u202c', '85251234567'],
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
    '138\n00138000',
    '13800138000\n13900139000',
    '138\t00138000',
    '13800138000.0',
    '85251234567.0',
    '+852 5123 4567 (1)',
    '(13800138000',
    '13800138000)',
    '((86))13800138000',
    '()13800138000',
    '(+86)+13800138000',
    '\u200b',
    '１３８００１３８００',
    '1'.repeat(100_000),
    '\u200b'.repeat(100_000),
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

describe('a number in its form for Aliyun', () => {
  it.each([
    '13800138000',
    '+8860912345678',
    '+44 07911 123456',
    '+18625550100',
    '+1 1 862 555 0100',
    '+54 11 15 2345 6789',
    '+39 06 6982 1234',
    '+7 8 912 345 67 89',
  ])('is read from %s, and is itself read as it is', (text) => {
    const number = normalizePhoneNumber(text)!;
    expect(normalizePhoneNumber(number)).toBe(number);
    expect(normalizePhone(number)).toBe(normalizePhone(text));
    expect(normalizePhoneNumber(normalizePhone(text)!)).toBe(number);
  });
});

describe('normalizePhone', () => {
  it.each([
    ['138 0013 8000', '+8613800138000'],
    ['0086-13800138000\r', '+8613800138000'],
    ['+852 5123 4567', '+85251234567'],
    ['85366123456', '+85366123456'],
    ['+8860912345678', '+886912345678'],
    ['+1 862 555 0100', '+18625550100'],
    ['18625550100', '+8618625550100'],
  ])('returns %j in E.164', (text, expected) => {
    expect(normalizePhone(text)).toBe(expected);
  });

  it.each(['', '12', 'abc', undefined, null, 13800138000, ['13800138000']])(
    'returns undefined for %j',
    (value) => {
      expect(normalizePhone(value as string)).toBeUndefined();
    },
  );
});

describe('phoneNumberIssue', () => {
  it.each([
    [13800138000, 'is not a string'],
    [' \u200b', 'is empty'],
    ['1380013800a', 'has letters'],
    ['电话13800138000', 'has letters'],
    ['13800138000,13900139000', 'holds several numbers'],
    ['13800138000、13900139000', 'holds several numbers'],
    ['13800138000\n13900139000', 'has a line break inside'],
    ['013800138000', 'starts with 0: give the country code in its place'],
    ['13800138000.0', 'has characters other than digits, spaces, hyphens and brackets'],
    ['1380013800', 'is too short'],
    ['12', 'is too short'],
    ['138001380000', 'is too long'],
    ['9'.repeat(31), 'is too long'],
    ['+8612345678901', 'is no mobile number of the mainland'],
    ['12800138000', 'is no number of its country'],
    ['138  00138000', 'has spaces, hyphens or brackets in an unusual place'],
  ])('says what is wrong with %j', (value, issue) => {
    expect(phoneNumberIssue(value)).toBe(issue);
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
