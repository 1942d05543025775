import { describe, expect, it } from 'vitest';
import { fillFromEnvironment } from './environment.js';

const ENV = { KEY: 'key-1', SECRET: 'secret-1', EMPTY: '', NESTED: 'a${KEY}$&', 'a.b-c': 'dotted' };

const filled = (text: string) => fillFromEnvironment({ text }, ENV).values['text'];
const missing = (values: Record<string, unknown>) => fillFromEnvironment(values, ENV).missing;

describe('fillFromEnvironment', () => {
  it.each([
    ['a whole text', '${KEY}', 'key-1'],
    ['a part of a text', 'a ${KEY} b', 'a key-1 b'],
    ['several in one text', '${KEY}${SECRET}/${KEY}', 'key-1secret-1/key-1'],
    ['a name as containers have it', '${a.b-c}', 'dotted'],
  ])('replaces %s', (_, text, result) => expect(filled(text)).toBe(result));

  it('replaces at any depth, and leaves what is no text', () => {
    const values = { a: { b: [1, true, null, { c: '${KEY}' }] } };
    expect(fillFromEnvironment(values, ENV)).toEqual({
      values: { a: { b: [1, true, null, { c: 'key-1' }] } },
      missing: [],
      malformed: [],
    });
  });

  it('takes what a variable holds as it is', () => {
    expect(filled('${NESTED}')).toBe('a${KEY}$&');
  });

  it('makes a literal of two dollar signs', () => {
    expect(filled('$${KEY} ${KEY} $$${X}')).toBe('${KEY} key-1 $${X}');
  });

  it('does not miss the name of a literal', () => {
    expect(missing({ a: '$${NOWHERE}' })).toEqual([]);
  });

  it.each(['$KEY', '{KEY}', '$', '$ {KEY}', '}'])('leaves %s alone', (text) => {
    expect(fillFromEnvironment({ text }, ENV)).toEqual({
      values: { text },
      missing: [],
      malformed: [],
    });
  });

  it.each([
    '${}',
    '${KEY',
    '${a b}',
    '${1X}',
    '${KEY:-x}',
    'a ${KEY-}} ${',
    '${名}',
    '${KEY }',
    '${\nKEY}',
  ])('lists where %j stands, which names no variable', (text) => {
    expect(fillFromEnvironment({ a: text }, {}).malformed).toEqual(['a']);
    expect(fillFromEnvironment({ a: [{ b: text }] }, {}).malformed).toEqual(['a[0].b']);
  });

  it.each([
    ['$${}', '${}'],
    ['$${a b}', '${a b}'],
    ['$${KEY:-x}', '${KEY:-x}'],
  ])('makes a literal of %s too', (text, result) => {
    expect(fillFromEnvironment({ text }, ENV)).toEqual({
      values: { text: result },
      missing: [],
      malformed: [],
    });
  });

  it('lists a name that is not set once, and leaves it as it is', () => {
    expect(fillFromEnvironment({ a: '${NO}${NO}', b: ['${NO}'] }, ENV)).toEqual({
      values: { a: '${NO}${NO}', b: ['${NO}'] },
      missing: ['NO'],
      malformed: [],
    });
  });

  it('lists a name that is empty', () => {
    expect(missing({ a: '${EMPTY}' })).toEqual(['EMPTY']);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'does not take %s, which every object has, for a variable',
    (name) => expect(missing({ a: `\${${name}}` })).toEqual([name]),
  );

  it('does not replace in keys', () => {
    expect(fillFromEnvironment({ '${KEY}': 1 }, ENV).values).toEqual({ '${KEY}': 1 });
  });

  it('leaves what it was given as it is', () => {
    const values = { a: ['${KEY}'] };
    fillFromEnvironment(values, ENV);
    expect(values).toEqual({ a: ['${KEY}'] });
  });
});
