import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeName } from '../common/instance-name.js';
import { elementFile, elementNameIssue, elementPresence } from './element.js';

describe('elementNameIssue', () => {
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
  ])('has nothing against %s', (name) => expect(elementNameIssue(name)).toBeUndefined());

  it('counts a character of two units as one', () => {
    expect(elementNameIssue('𠮷'.repeat(63))).toBeUndefined();
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
  ])('refuses %s', (_, name) =>
    expect(elementNameIssue(name)).toEqual({
      code: 'invalid-name',
      text: expect.any(String),
      values: { reason: expect.any(String), maxCharacters: 64, maxBytes: 255 },
    }),
  );

  it.each(['CON', 'prn', 'Aux', 'NUL', 'COM0', 'com9', 'LPT0', 'lpt9'])(
    'refuses the Windows device %s',
    (name) => expect(elementNameIssue(name)?.text).toContain('Windows device'),
  );

  it('says what is allowed', () => {
    expect(elementNameIssue('a b')?.text).toContain('use 1 to 64 letters, digits, "_" and "-"');
  });

  it('does not echo the name', () => {
    const { text } = elementNameIssue('<script>')!;
    expect(text).not.toContain('script');
  });
});

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

describe('elementFile', () => {
  it('is relative to the working directory where it lies below it', () => {
    expect(elementFile(join(process.cwd(), 'SMS'), 'login', 'e.json')).toBe('SMS/login/e.json');
  });

  it('takes a relative directory', () => {
    expect(elementFile('./SMS/', 'login', 'sms.json')).toBe('SMS/login/sms.json');
  });

  it('leaves out the working directory itself', () => {
    expect(elementFile('.', 'login', 'e.json')).toBe('login/e.json');
  });

  it('is absolute elsewhere', () => {
    const directory = join(tmpdir(), 'SMS');
    expect(elementFile(directory, 'a', 'e.json')).toBe(
      `${directory.replaceAll('\\', '/')}/a/e.json`,
    );
  });

  it('is absolute for a folder beside the working directory', () => {
    expect(elementFile('../SMS', 'a', 'e.json')).toMatch(/^[^.]*\/SMS\/a\/e\.json$/);
  });

  it('stays relative for a folder whose name begins with two dots', () => {
    expect(elementFile('..SMS', 'a', 'e.json')).toBe('..SMS/a/e.json');
  });

  it('shows a name that breaks the rules escaped', () => {
    expect(elementFile('SMS', '../..\n', 'e.json')).toBe('SMS/"../..\\n"/e.json');
  });
});

describe('elementPresence', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'element-exists-'));
    mkdirSync(join(directory, 'login'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each(['e.json', 'sms.json'])('is present while %s is there', (file) => {
    writeFileSync(join(directory, 'login', file), '');
    expect(elementPresence(directory, 'login')).toBe('present');
  });

  it('is absent for an empty folder, for none, and for a name that leads elsewhere', () => {
    writeFileSync(join(directory, 'e.json'), '{}');
    for (const name of ['login', 'none', '..', '.', '']) {
      expect(elementPresence(directory, name)).toBe('absent');
    }
  });

  it('tells the code if something else stands in the way: the files may be there all the same', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(elementPresence(directory, 'file')).toEqual({ code: 'ENOTDIR' });
  });
});
