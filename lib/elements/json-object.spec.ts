import { describe, expect, it } from 'vitest';
import { parseJsonObject } from './json-object.js';

const problems = (text: string) => parseJsonObject(Buffer.from(text)).problems;

describe('parseJsonObject', () => {
  it('reads an object', () => {
    expect(parseJsonObject(Buffer.from('{"a":1}'))).toEqual({ value: { a: 1 } });
  });

  it('reads one that begins with a byte order mark', () => {
    expect(parseJsonObject(Buffer.from('\uFEFF{"a":1}'))).toEqual({ value: { a: 1 } });
  });

  it.each(['[]', 'null', '"text"', '1'])('refuses %s, which is no object', (text) => {
    expect(problems(text)).toEqual(['is not a JSON object: put all of it between { and }']);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
    ['GBK', Buffer.from([0x7b, 0x22, 0xb5, 0xc7, 0x22])],
    ['a character that is cut', Buffer.from('{"登').subarray(0, 4)],
  ])('refuses bytes in %s', (_, bytes) => {
    expect(parseJsonObject(bytes).problems).toEqual(['is not in UTF-8: save it in this encoding']);
  });

  it.each([
    ['an empty file', '', 'line 1, column 1'],
    ['the first line', '{x', 'line 1, column 2'],
    ['the first line after a byte order mark', '\uFEFF{x', 'line 1, column 2'],
    ['a later line', '{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ['a line after CRLF', '{\r\n"a" 1}', 'line 2, column 5'],
    ['a line after CR', '{\r"a" 1}', 'line 2, column 5'],
    ['a line with Chinese', '{"签名": 某}', 'line 1, column 8'],
    ['a line with an emoji, which is two units', '{"😀": x}', 'line 1, column 7'],
    ['the end of a file that is cut off', '{\n  "a": "b', 'line 2, column 10'],
  ])('gives line and column in %s', (_, text, place) => {
    expect(problems(text)).toEqual([expect.stringMatching(new RegExp(`^${place}: `))]);
  });

  it.each(['{"k": hunter2}', '{"k": "hunter2', '{"k": "hunter2" "hunter2"}', '{hunter2: 1}'])(
    'quotes nothing of the text',
    (text) => expect(problems(text)!.join()).not.toContain('hunter'),
  );
});
