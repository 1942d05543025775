import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elementFile } from './element.js';
import { readElement, readElements } from './read-elements.js';

const DESCRIPTION = {
  title: 'My Alibaba Cloud SMS',
  type: 'SMS.Aliyun',
  backendBundleEntry: '.',
};
const SETTINGS = { accessKey: '${SMS_KEY}', accessSecret: 'hunter2', verifySign: '某某科技' };

describe('readElement', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'read-'));
    mkdirSync(join(directory, 'login'));
    put('e.json', DESCRIPTION);
    put('sms.json', SETTINGS);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const path = (file: string) => join(directory, 'login', file);
  const put = (file: string, content: unknown) =>
    writeFileSync(path(file), typeof content === 'string' ? content : JSON.stringify(content));
  const issues = () => readElement(directory, 'login').issues;

  it('reads an element as it stands in its files', () => {
    expect(readElement(directory, 'login')).toEqual({
      element: {
        name: 'login',
        title: 'My Alibaba Cloud SMS',
        type: 'SMS.Aliyun',
        values: SETTINGS,
      },
      issues: [],
    });
  });

  it('does without backendBundleEntry, and ignores keys that it does not know', () => {
    put('e.json', { title: 'a', type: 'SMS.Own', more: {} });
    expect(readElement(directory, 'login').element).toMatchObject({ title: 'a', type: 'SMS.Own' });
  });

  it('reads a linked folder with linked files, as Kubernetes mounts them', () => {
    rmSync(path('e.json'));
    put('real.json', DESCRIPTION);
    symlinkSync('real.json', path('e.json'));
    symlinkSync('login', join(directory, 'alarm'));
    expect(readElement(directory, 'alarm').element).toMatchObject({ name: 'alarm' });
  });

  it.each([
    ['a folder without e.json', 'e.json', 'no e.json: create it with { title, type }, or move'],
    ['a folder without sms.json', 'sms.json', 'no sms.json: create it with the settings'],
  ] as const)('tells %s', (_, file, text) => {
    rmSync(path(file));
    expect(issues()).toEqual([
      {
        code: 'unreadable',
        file: elementFile(directory, 'login', file),
        text: expect.stringContaining(text),
      },
    ]);
  });

  it.each([
    ['no title', { title: undefined }, 'title', '"title"', 'empty'],
    ['an empty title', { title: ' ' }, 'title', '"title"', 'empty'],
    ['a title that is no text', { title: 1 }, 'title', '"title"', 'empty'],
    ['no type', { type: undefined }, 'type', '"type"', 'type-name'],
    ['a type without SMS.', { type: 'Aliyun' }, 'type', '"type"', 'type-name'],
    ['a type without a name', { type: 'SMS.' }, 'type', '"type"', 'type-name'],
    ['a type whose name breaks the rules', { type: 'SMS.a/b' }, 'type', '"type"', 'type-name'],
    ['another bundle entry', { backendBundleEntry: './x' }, undefined, 'leave "."', 'bundle-entry'],
    [
      'a bundle entry of null',
      { backendBundleEntry: null },
      undefined,
      'leave "."',
      'bundle-entry',
    ],
  ])('tells %s', (_, change, option, text, rule) => {
    put('e.json', { ...DESCRIPTION, ...change });
    expect(issues()).toEqual([
      {
        code: 'invalid',
        file: elementFile(directory, 'login', 'e.json'),
        text: expect.stringContaining(text),
        option,
        rule,
      },
    ]);
  });

  it('tells everything that is wrong with both files at once', () => {
    put('e.json', { backendBundleEntry: 'x' });
    put('sms.json', '[');
    expect(issues()).toHaveLength(4);
  });

  it('gives no element where something is wrong', () => {
    put('sms.json', '{"__proto__": {}}');
    expect(readElement(directory, 'login').element).toBeUndefined();
  });

  it('tells line and column of broken JSON, and nothing of what stands there', () => {
    put('sms.json', '{\n  "accessSecret": hunter2\n}');
    const [issue] = issues();
    expect(issue!.text).toMatch(/^line 2, column 19: (?!.*hunter)/);
  });

  it('tells a file that is too large', () => {
    put('sms.json', `{"a":"${'a'.repeat(70_000)}"}`);
    expect(issues()).toMatchObject([{ text: expect.stringContaining('larger than 64 KiB') }]);
  });

  it('tells a folder in place of a file', () => {
    rmSync(path('e.json'));
    mkdirSync(path('e.json'));
    expect(issues()).toMatchObject([{ text: expect.stringContaining('EISDIR') }]);
  });

  it('tells a folder that does not exist as one issue', () => {
    expect(readElement(directory, 'nowhere').issues).toMatchObject([
      { text: expect.stringContaining('does not exist') },
    ]);
  });

  it('tells a file in place of the folder', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(readElement(directory, 'file').issues).toMatchObject([
      { text: expect.stringContaining('is not a folder') },
    ]);
  });

  it('does not leave the directory by a name', () => {
    mkdirSync(join(directory, 'inner'));
    const { element, issues: told } = readElement(join(directory, 'inner'), '../login');
    expect({ element, told }).toEqual({
      element: undefined,
      told: [
        {
          code: 'invalid-name',
          file: expect.any(String),
          text: expect.stringContaining('Rename the folder'),
          values: expect.objectContaining({ reason: 'characters' }),
        },
      ],
    });
  });

  it('names a folder whose name breaks the rules in a safe form only', () => {
    mkdirSync(join(directory, 'a\u001b[2Jb'));
    const [issue] = readElement(directory, 'a\u001b[2Jb').issues;
    expect(issue!.file + issue!.text).toMatch(/^\P{Cc}*\/"a\\u001b\[2Jb"\P{Cc}*$/u);
  });
});

describe('readElements', () => {
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

  it('reads the sound elements beside one with issues', () => {
    put('a', '{}');
    put('b');
    expect(readElements(directory).elements).toMatchObject([{ name: 'b' }]);
  });

  it('tells an empty folder', () => {
    mkdirSync(join(directory, 'empty'));
    const texts = readElements(directory).issues.map(({ text }) => text);
    expect(texts).toEqual([expect.stringMatching(/^no e/), expect.stringMatching(/^no sms/)]);
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
