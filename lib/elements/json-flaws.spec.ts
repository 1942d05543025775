import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../test/support/random.js';
import { jsonFlaws } from './json-flaws.js';

const nested = (depth: number) => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1);

describe('jsonFlaws', () => {
  it('finds nothing in JSON of every kind', () => {
    const text = ' {"a": [1, -0.5e+3, true, false, null, "\\u00e9\\n\\"", {}, []],\r\n\t"b": ""} ';
    expect(jsonFlaws(text)).toEqual([]);
  });

  it('agrees with JSON.parse on texts with random mistakes, and on their place where it tells one', () => {
    const random = randomFrom(20_261_124);
    const right = '{"a": [1, -20.5e+3, true, {"bé\\u00e9": null}], "😀": "x\\n\\"y", "c": false}';
    const seen = { right: 0, wrong: 0, placed: 0 };
    for (let round = 0; round < 20_000; round++) {
      const at = random(right.length);
      const put = '{}[]",:\\u0e-+.tfn \n\u0001a9'[random(25)]!;
      const wrong = right.slice(0, at) + (random(2) ? put : '') + right.slice(at + random(3));
      const text = random(4) ? wrong : wrong.slice(0, random(wrong.length));
      const flaws = jsonFlaws(text);
      const error = parseError(text);
      expect({ text, wrong: flaws.length > 0 }).toEqual({ text, wrong: error !== undefined });
      seen[error ? 'wrong' : 'right']++;
      const place = /at position (\d+)/.exec(error?.message ?? '')?.[1];
      if (place === undefined) continue;
      seen.placed++;
      expect({ text, place: flaws[0]!.offset }).toEqual({ text, place: Number(place) });
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(1_000);
  });

  it('places a missing end behind the last character', () => {
    expect(jsonFlaws('{"a": "x')).toEqual([
      { offset: 8, problem: 'the file ends too early, the closing quote is missing' },
    ]);
  });

  it('takes 20 levels', () => {
    expect(jsonFlaws(nested(20))).toEqual([]);
  });

  it('refuses 21 levels, of lists as well', () => {
    expect(jsonFlaws(nested(21))).toMatchObject([{ offset: 100 }]);
    expect(jsonFlaws('['.repeat(60_000))).toMatchObject([{ offset: 20 }]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    expect(jsonFlaws(`{"a": [{"${key}": 1}]}`)).toEqual([
      { offset: 8, problem: `the key "${key}" is not allowed: remove it` },
    ]);
  });

  it('refuses such a key that is written with escapes', () => {
    expect(jsonFlaws('{"\\u005f_proto__": 1}')).toHaveLength(1);
  });

  it('tells each of several such keys, and a mistake after them', () => {
    expect(jsonFlaws('{"prototype": 1, "constructor": 2, x}')).toHaveLength(3);
  });

  it('has nothing against such a word as a value', () => {
    expect(jsonFlaws('{"a": "__proto__"}')).toEqual([]);
  });
});

function parseError(text: string): Error | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
