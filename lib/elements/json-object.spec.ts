import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/support/random.js';
import { parseJsonObject } from './json-object.js';

const issues = (text: string) => parseJsonObject(Buffer.from(text)).issues;
const texts = (text: string) => issues(text)?.map((issue) => issue.text);
const places = (text: string) => texts(text)?.map((issue) => issue.split(':')[0]!);
const nested = (depth: number) => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1);

describe('parseJsonObject', () => {
  it('reads an object', () => {
    expect(parseJsonObject(Buffer.from('{"a":1}'))).toEqual({ value: { a: 1 } });
  });

  it('reads JSON of every kind', () => {
    const text = ' {"a": [1, -0.5e+3, true, false, null, "\\u00e9\\n\\"", {}, []],\r\n\t"b": ""} ';
    expect(parseJsonObject(Buffer.from(text))).toEqual({
      value: { a: [1, -500, true, false, null, 'é\n"', {}, []], b: '' },
    });
  });

  it('reads one that begins with a byte order mark', () => {
    expect(parseJsonObject(Buffer.from('\uFEFF{"a":1}'))).toEqual({ value: { a: 1 } });
  });

  it.each(['[]', 'null', '"text"', '1'])('refuses %s, which is no object', (text) => {
    expect(issues(text)).toEqual([
      { code: 'unreadable', text: 'is not a JSON object: put all of it between { and }' },
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
    ['GBK', Buffer.from([0x7b, 0x22, 0xb5, 0xc7, 0x22])],
    ['a character that is cut', Buffer.from('{"登').subarray(0, 4)],
  ])('refuses bytes in %s', (_, bytes) => {
    expect(parseJsonObject(bytes).issues).toEqual([
      { code: 'unreadable', text: 'is not in UTF-8: save it in this encoding' },
    ]);
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
    ['the end of a file that is cut off', '{\n  "a": "b"', 'line 2, column 11'],
    ['a text that is cut off, at its opening quote', '{\n  "a": "b', 'line 2, column 8'],
  ])('gives line and column in %s', (_, text, place) => {
    expect(places(text)).toEqual([place]);
  });

  it.each([
    ['a comment', '{"a": 1 // b\n}', 'line 1, column 9: JSON has no comments'],
    ['a comment that does not end', '{"a": 1} /* b', 'line 1, column 10: JSON has no comments'],
    ['a comma behind the last key', '{"a": 1,}', 'line 1, column 9: a key in double quotes'],
    ['a comma behind the last item', '{"a": [1,]}', 'line 1, column 10: a value is expected'],
    [
      'single quotes',
      "{'a': 1}",
      'line 1, column 2: this is no JSON: write a key in double quotes',
    ],
    ['a missing comma', '{"a": 1 "b": 2}', 'line 1, column 9: a "," is missing'],
    ['a missing colon', '{"a" 1}', 'line 1, column 6: a ":" is expected'],
    ['a missing value', '{"a": }', 'line 1, column 7: a value is expected'],
    ['a misspelt word', '{"a": ture}', 'line 1, column 7: this is no JSON'],
    ['a number without its end', '{"a": 1.}', 'line 1, column 7: a digit is missing'],
    ['an unknown escape', '{"a": "b\\q"}', 'line 1, column 7: a "\\" in this text must be doubled'],
    ['a cut escape', '{"a": "\\u12"}', 'line 1, column 7: a \\u in this text needs four'],
    ['a control character', '{"a": "\t"}', 'line 1, column 7: a control character'],
    ['a missing quote', '{"a": "b\n}', 'line 1, column 7: the closing quote'],
    ['text behind the end', '{} {}', 'line 1, column 4: nothing may follow the last "}"'],
    [
      'a file that ends too early',
      '{"a": [1',
      'line 1, column 9: the file ends too early, a "," or "]"',
    ],
    ['an empty file', '', 'line 1, column 1: the file ends too early, a value is expected'],
  ])('names %s as one issue', (_, text, start) => {
    expect(texts(text)).toEqual([expect.stringMatching(/Correct the JSON there$/)]);
    expect(texts(text)![0]).toContain(start);
  });

  it('agrees with JSON.parse on texts with random mistakes, and on their place where it tells one', () => {
    const random = randomFrom(20_261_124);
    // No single change makes two keys of one object equal.
    const right =
      '{"a": [1, -20.5e+3, true, {"bé\\u00e9": null}], "😀😀": "x\\n\\"y", "cde": false}';
    const seen = { right: 0, wrong: 0, placed: 0 };
    for (let round = 0; round < 20_000; round++) {
      const at = random(right.length);
      const put = '{}[]",:\\u0e-+.tfn \n\u0001a9'[random(25)]!;
      // Half a character cannot be in a file.
      const wrong = (
        right.slice(0, at) +
        (random(2) ? put : '') +
        right.slice(at + random(3))
      ).toWellFormed();
      const text = (random(4) ? wrong : wrong.slice(0, random(wrong.length))).toWellFormed();
      const found = places(text)?.filter((place) => place.startsWith('line')) ?? [];
      const error = parseError(text);
      expect({ text, wrong: found.length > 0 }).toEqual({ text, wrong: error !== undefined });
      seen[error ? 'wrong' : 'right']++;
      const place = /at position (\d+)/.exec(error?.message ?? '')?.[1];
      if (place === undefined) continue;
      seen.placed++;
      // The issue is placed at the beginning of the word or text in which JSON.parse stops.
      const start = offsetOf(text, found[0]!);
      expect({ text, between: text.slice(start, Number(place)) }).toEqual({
        text,
        between: expect.stringMatching(/^(?:"[^"]*(?:\\"[^"]*)*|[^\s"{}[\],:]*)$/),
      });
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1_000);
  });

  it('tells every mistake that does not come from another one', () => {
    const text = '{\n  "a": 1\n  "b": yes,\n  // note\n  "c": "\\q",\n  "d": [1,],\n  "d": 01\n}';
    expect(places(text)).toEqual([
      'line 3, column 3',
      'line 3, column 8',
      'line 4, column 3',
      'line 5, column 8',
      'line 6, column 11',
      'line 7, column 3',
      'line 7, column 9',
    ]);
  });

  it('tells 20 mistakes at most', () => {
    expect(texts(`{"a": [${'x, '.repeat(1_000)}]}`)).toHaveLength(20);
  });

  it('takes 20 levels', () => {
    expect(issues(nested(20))).toBeUndefined();
  });

  it.each([
    ['objects', nested(21), 101],
    ['many objects', nested(20_000), 101],
    ['lists', '['.repeat(60_000), 21],
  ])('refuses more levels of %s', (_, text, column) => {
    expect(texts(text)).toEqual([
      `line 1, column ${column}: it is nested deeper than 20 levels. Correct the JSON there`,
    ]);
  });

  it('does not overflow the stack where wrong brackets end the levels', () => {
    // To the parser each list is inside the one before it, since no "]" ends one.
    expect(texts('[},'.repeat(20_000))).toHaveLength(20);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    expect(texts(`{"a": [{"${key}": 1}]}`)).toEqual([
      `line 1, column 9: the key "${key}" is not allowed: remove it. Correct the JSON there`,
    ]);
  });

  it('refuses such a key that is written with escapes', () => {
    expect(texts('{"\\u005f_proto__": 1}')).toHaveLength(1);
  });

  it('tells each of several such keys, and a mistake after them', () => {
    expect(texts('{"prototype": 1, "constructor": 2, x}')).toHaveLength(3);
  });

  it('has nothing against such a word as a value', () => {
    expect(issues('{"a": "__proto__"}')).toBeUndefined();
  });

  it('refuses a key that stands twice in one object', () => {
    expect(texts('{"hunter2": 1, "b": {}, "\\u0068unter2": 2}')).toEqual([
      'line 1, column 25: this key stands twice in its object: remove one of them. Correct the JSON there',
    ]);
  });

  it('takes the same key in different objects', () => {
    expect(issues('{"a": {"a": [{"a": 1}, {"a": 1}]}, "b": {"a": 1}}')).toBeUndefined();
  });

  it.each([
    '{"k": hunter2}',
    '{"k": "hunter2',
    '{"k": "hunter2" "hunter2"}',
    '{hunter2: 1}',
    '{"k": "hunter2\\q"}',
    '{"k": 1 // hunter2\n}',
    '{"hunter2": 1, "hunter2": 2}',
  ])('quotes nothing of the text', (text) => expect(texts(text)!.join()).not.toContain('hunter'));
});

function parseError(text: string): Error | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** The place of an issue in UTF-16 units. */
function offsetOf(text: string, place: string): number {
  const [, line, column] = /line (\d+), column (\d+)/.exec(place)!;
  const lines = text.split('\n');
  const before = lines.slice(0, Number(line) - 1).join('\n').length + (line === '1' ? 0 : 1);
  return (
    before +
    Array.from(lines[Number(line) - 1]!)
      .slice(0, Number(column) - 1)
      .join('').length
  );
}
