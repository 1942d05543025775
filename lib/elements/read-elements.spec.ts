import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readElements } from './index.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'read-all-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function put(name: string, description = '{"title":"a","type":"SMS.Aliyun"}'): void {
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, 'e.json'), description);
  writeFileSync(join(directory, name, 'sms.json'), '{}');
}

describe('readElements', () => {
  it('reads every element, in the order of their names', () => {
    put('login');
    put('alarm');
    const { elements, issues } = readElements(directory);
    expect(elements.map(({ name }) => name)).toEqual(['alarm', 'login']);
    expect(issues).toEqual([]);
  });

  it('tells the issues of all folders at once', () => {
    put('a', '{}');
    put('b', '{');
    put('c d');
    expect(readElements(directory).issues).toHaveLength(4);
  });

  it('reads the sound elements beside a faulty one', () => {
    put('a', '{}');
    put('b');
    expect(readElements(directory).elements).toMatchObject([{ name: 'b' }]);
  });

  it('tells an empty folder', () => {
    mkdirSync(join(directory, 'empty'));
    const problems = readElements(directory).issues.map(({ text }) => text);
    expect(problems).toEqual([expect.stringMatching(/^no e/), expect.stringMatching(/^no sms/)]);
  });

  it('takes a directory that is missing for one without elements', () => {
    expect(readElements(join(directory, 'SMS'))).toEqual({ elements: [], issues: [] });
  });

  it('tells a file in place of the directory', () => {
    writeFileSync(join(directory, 'SMS'), '');
    expect(readElements(join(directory, 'SMS')).issues).toEqual([
      {
        code: 'unreadable',
        file: `${directory}/SMS`,
        text: expect.stringContaining('is not a folder'),
      },
    ]);
  });

  it('tells a directory that cannot be read with the code', () => {
    expect(readElements('a\0b').issues).toMatchObject([
      { text: expect.stringContaining('(ERR_INVALID_ARG_VALUE)') },
    ]);
  });

  it.each([
    ['Login', 'login'],
    ['STRASSE', 'straße'],
  ])('tells that %s and %s are one to some file systems', (first, second) => {
    put(first);
    put(second);
    expect(readElements(directory).issues).toEqual([
      {
        code: 'duplicate',
        file: `${directory}/${second}`,
        text: expect.stringContaining(`differs from "${first}" by upper and lower case only`),
      },
    ]);
  });
});
