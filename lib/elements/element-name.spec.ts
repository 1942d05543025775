import { describe, expect, it } from 'vitest';
import { elementNameProblem } from './index.js';

describe('elementNameProblem', () => {
  it.each([
    'a',
    '7',
    'login',
    'Login-2_b',
    '登录',
    'Ünïcode',
    'हिन्दी',
    'COM',
    'com10',
    'a'.repeat(64),
  ])('has nothing against %s', (name) => expect(elementNameProblem(name)).toBeUndefined());

  it('counts a character of two units as one', () => {
    expect(elementNameProblem('𠮷'.repeat(63))).toBeUndefined();
  });

  it.each([
    ['an empty one', ''],
    ['one of 65 characters', 'a'.repeat(65)],
    ['one of more bytes than a file system holds', '𠮷'.repeat(64)],
    ['one that is no text', 7],
    ['one that begins with a hyphen', '-a'],
    ['one that begins with an underscore', '_a'],
    ['one that begins with a mark', '\u0301a'],
    ['the parent folder', '..'],
    ['one with a dot', 'a.b'],
    ['one with a slash', 'a/b'],
    ['one with a backslash', 'a\\b'],
    ['one with a space', 'a b'],
    ['one with a line break', 'a\n'],
    ['one with NUL', 'a\0'],
    ['one with an emoji', 'a😀'],
    ['a keycap, which is a digit with marks', '1\uFE0F\u20E3'],
    ['one with a fraction', 'a½'],
    ['one with half a character', 'a\uD83D'],
    ['one with an invisible letter', 'a\u3164'],
    ['one with a joiner', 'a\u200Db'],
    ['one that turns the text around', 'a\u202Eb'],
    ['one that is not NFC', 'cafe\u0301'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['prototype', 'prototype'],
  ])('refuses %s', (_, name) => expect(elementNameProblem(name)).toBeTypeOf('string'));

  it.each(['CON', 'prn', 'Aux', 'NUL', 'COM0', 'com9', 'LPT0', 'lpt9'])(
    'refuses the Windows device %s',
    (name) => expect(elementNameProblem(name)).toContain('Windows device'),
  );

  it('says what is allowed', () => {
    expect(elementNameProblem('a b')).toContain('use 1 to 64 letters, digits, "_" and "-"');
  });

  it('does not echo the name', () => {
    expect(elementNameProblem('<script>')).not.toContain('script');
  });
});
