import { describe, expect, it } from 'vitest';
import { safeName } from './safe-name.js';

describe('safeName', () => {
  it('quotes a name', () => {
    expect(safeName('我的 login')).toBe('"我的 login"');
  });

  it.each([
    ['a quote', '"', '"\\""'],
    ['a line break', '\n', '"\\n"'],
    ['an escape sequence', '\u001b[2J', '"\\u001b[2J"'],
    ['a control character of the upper half', '\u0085', '"\\u0085"'],
    ['a turn of direction', '\u202e', '"\\u202e"'],
    ['an invisible character of two units', '\u{e0041}', '"\\udb40\\udc41"'],
    ['half a character', '\ud83d', '"\\ud83d"'],
  ])('escapes %s', (_, name, safe) => expect(safeName(name)).toBe(safe));

  it('cuts a long name, and no character in two', () => {
    expect(safeName('😀'.repeat(200))).toBe(`"${'😀'.repeat(40)}…"`);
  });

  it('shows of something that is no text only what it is', () => {
    expect(safeName({ secret: 1 })).toBe('(object)');
  });
});
