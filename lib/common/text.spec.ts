import { describe, expect, it } from 'vitest';
import { innerTextIssue, trimText } from './text.js';

describe('trimText', () => {
  it.each([
    ['某某科技', '某某科技'],
    [' 某 某\r\n', '某 某'],
    ['\ufeffSMS_1\u200b', 'SMS_1'],
    ['\u3000\u00a0x\t', 'x'],
    ['\u202dx\u202c', 'x'],
    ['\n \u200b', ''],
    ['', ''],
  ])('makes of %j %j', (text, expected) => {
    expect(trimText(text)).toBe(expected);
  });

  it('is quick with any amount of white space', () => {
    const startedAt = performance.now();
    expect(trimText(`x${' '.repeat(500_000)}x`)).toHaveLength(500_002);
    // An expression that tries each start again takes minutes.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('innerTextIssue', () => {
  it.each([
    ['某 某', undefined],
    ['a\nb', 'a line break'],
    ['a\u2028b', 'a line break'],
    ['a\tb', 'a control character'],
    ['a\0b', 'a control character'],
    ['a\u200bb', 'an invisible character'],
  ])('says of %j that it has %s', (text, expected) => {
    expect(innerTextIssue(text)).toBe(expected);
  });
});
