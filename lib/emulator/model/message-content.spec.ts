import { describe, expect, it } from 'vitest';
import { findVerificationCode, messageParts } from './message-content.js';
import type { EmulatorTemplate } from './template.wire.js';

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

describe('The code in a message', () => {
  const verification = {
    templateType: 0,
    templateContent: '口令${word}',
  } as EmulatorTemplate;

  it.each([
    ['the only variable of a verification template', verification, { word: 'a1B2' }, '', 'a1B2'],
    ['a variable with such a name', undefined, { name: '9999', code: '123456' }, '', '123456'],
    ['digits in a text that speaks of one', undefined, {}, '【甲】验证码 8642，5分钟', '8642'],
    ['none in a notice', undefined, { order: '20260001' }, '【甲】order: 20260001', null],
    ['none in the signature', undefined, {}, '【验证码1234】您好', null],
    ['none in a long number', undefined, {}, '【甲】验证码 123456789', null],
  ])('is %s', (_, template, values, content, code) => {
    expect(findVerificationCode(template, values, content)).toBe(code);
  });
});
