import { describe, expect, it } from 'vitest';
import type { EmulatorTemplate } from '../templates/template.js';
import { findVerificationCode } from './verification-code.js';

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
