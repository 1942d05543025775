import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmsElementsError } from '../errors/setup.errors.js';
import { elementFile, type ElementFileName, type SmsElement } from './element.js';
import { readElement } from './read-elements.js';
import { removeElement, writeElement } from './write-element.js';

const LOGIN: SmsElement = {
  name: 'login',
  title: '登录',
  type: 'SMS.Aliyun',
  values: { accessKey: '${SMS_KEY}', verifySign: '某某科技' },
};

describe('writeElement', () => {
  let root: string;
  let directory: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'write-'));
    directory = join(root, 'deep', 'SMS');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const path = (file: string) => join(directory, 'login', file);
  const text = (file: string) => readFileSync(path(file), 'utf8');

  it('writes what readElement reads, and creates the folders', async () => {
    await writeElement(directory, LOGIN);
    expect(readElement(directory, 'login')).toEqual({ element: LOGIN, issues: [] });
  });

  it('writes the form of JitAi, in JSON of two spaces with a final newline', async () => {
    await writeElement(directory, LOGIN);
    expect(text('e.json')).toBe(
      '{\n  "title": "登录",\n  "type": "SMS.Aliyun",\n  "backendBundleEntry": "."\n}\n',
    );
    expect(text('sms.json')).toBe(
      '{\n  "accessKey": "${SMS_KEY}",\n  "verifySign": "某某科技"\n}\n',
    );
  });

  it.each(['e.json', 'sms.json'])(
    'lets the owner alone read %s, also where others could',
    async (file) => {
      await writeElement(directory, LOGIN);
      chmodSync(path(file), 0o666);
      await writeElement(directory, LOGIN);
      expect(statSync(path(file)).mode & 0o777).toBe(0o600);
    },
  );

  it('keeps what e.json holds beside title and type', async () => {
    mkdirSync(join(directory, 'login'), { recursive: true });
    writeFileSync(path('e.json'), '{"more":[1],"title":"old","type":"SMS.Old"}');
    await writeElement(directory, LOGIN);
    expect(JSON.parse(text('e.json'))).toEqual({
      more: [1],
      title: '登录',
      type: 'SMS.Aliyun',
      backendBundleEntry: '.',
    });
  });

  it('replaces the settings as a whole', async () => {
    await writeElement(directory, LOGIN);
    await writeElement(directory, { ...LOGIN, values: { endpoint: 'a' } });
    expect(JSON.parse(text('sms.json'))).toEqual({ endpoint: 'a' });
  });

  it('leaves no other file', async () => {
    await writeElement(directory, LOGIN);
    expect(readdirSync(join(directory, 'login'))).toEqual(['e.json', 'sms.json']);
  });

  it('refuses a name that breaks the rules', async () => {
    const writing = writeElement(directory, { ...LOGIN, name: '../x' });
    await expect(writing).rejects.toThrow(SmsElementsError);
    await expect(writing).rejects.toMatchObject({
      issues: [{ code: 'invalid-name', file: expect.stringContaining('SMS/"../x"') }],
    });
    expect(existsSync(join(root, 'deep'))).toBe(false);
  });

  it.each<[string, Partial<SmsElement>, ElementFileName, string]>([
    ['an empty title', { title: '' }, 'e.json', 'invalid'],
    ['a type that is none', { type: 'x' }, 'e.json', 'invalid'],
    ['a key that is not allowed', { values: { a: { constructor: 1 } } }, 'sms.json', 'unreadable'],
    [
      'settings that are no object',
      { values: [] as unknown as Record<string, unknown> },
      'sms.json',
      'unreadable',
    ],
    ['more than 64 KiB', { values: { a: 'a'.repeat(70_000) } }, 'sms.json', 'unreadable'],
  ])('refuses %s, which could not be read back', async (_, change, file, code) => {
    const writing = writeElement(directory, { ...LOGIN, ...change });
    await expect(writing).rejects.toThrow(SmsElementsError);
    await expect(writing).rejects.toMatchObject({
      issues: [{ code, file: elementFile(directory, 'login', file) }],
    });
    expect(existsSync(directory)).toBe(false);
  });

  it('tells every issue of both files at once', async () => {
    const writing = writeElement(directory, {
      ...LOGIN,
      title: '',
      type: 'x',
      values: { constructor: 1 },
    });
    await expect(writing).rejects.toMatchObject({
      issues: [{ option: 'title' }, { option: 'type' }, { code: 'unreadable' }],
    });
  });

  it('does not overwrite an e.json that it cannot read', async () => {
    mkdirSync(join(directory, 'login'), { recursive: true });
    writeFileSync(path('e.json'), '{"more": 1');
    const writing = writeElement(directory, LOGIN);
    await expect(writing).rejects.toThrow('line 1, column 11');
    await expect(writing).rejects.toMatchObject({
      issues: [{ code: 'unreadable', file: elementFile(directory, 'login', 'e.json') }],
    });
    expect(readdirSync(join(directory, 'login'))).toEqual(['e.json']);
  });

  describe('when a step fails', () => {
    beforeEach(() => mkdirSync(path('sms.json'), { recursive: true }));

    it('rejects with the cause', async () => {
      await expect(writeElement(directory, LOGIN)).rejects.toThrow(/EISDIR|EPERM/);
    });

    it('leaves no temporary file, and no e.json without settings', async () => {
      await writeElement(directory, LOGIN).catch(() => {});
      expect(readdirSync(join(directory, 'login'))).toEqual(['sms.json']);
    });
  });

  it.runIf(process.platform === 'linux')(
    'leaves no new folder when its files cannot be',
    async () => {
      // The path of the folder is within the 4095 bytes that Linux takes, that of a file in it is not.
      let deep = root;
      while (deep.length < 3_850) deep = join(deep, 'd'.repeat(200));
      deep = join(deep, 'd'.repeat(4_070 - deep.length));
      mkdirSync(deep, { recursive: true });
      await expect(writeElement(deep, LOGIN)).rejects.toThrow('ENAMETOOLONG');
      expect(readdirSync(deep)).toEqual([]);
    },
  );

  it('asks for leave when the new files are complete, and leaves the former ones if there is none', async () => {
    await writeElement(directory, LOGIN);
    const former = text('sms.json');
    let complete: string[] = [];
    const refused = writeElement(directory, { ...LOGIN, values: { endpoint: 'a' } }, () => {
      complete = readdirSync(join(directory, 'login')).filter((file) => file.endsWith('.tmp'));
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(complete).toHaveLength(2);
    expect(text('sms.json')).toBe(former);
    expect(readdirSync(join(directory, 'login')).toSorted()).toEqual(['e.json', 'sms.json']);
  });

  it('never mixes concurrent writes', async () => {
    const writes = Array.from({ length: 20 }, (_, i) =>
      writeElement(directory, { ...LOGIN, title: `t${i}`, values: { i } }).then(() => {
        const { element } = readElement(directory, 'login');
        return element!.title === `t${String(element!.values['i'])}`;
      }),
    );
    expect(new Set(await Promise.all(writes))).toEqual(new Set([true]));
    expect(readdirSync(join(directory, 'login'))).toEqual(['e.json', 'sms.json']);
  });
});

describe('removeElement', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'remove-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const write = (name = 'login') =>
    writeElement(directory, { name, title: 'a', type: 'SMS.Aliyun', values: {} });

  it('removes the files and the folder', async () => {
    await write();
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('leaves what somebody else put there', async () => {
    await write();
    writeFileSync(join(directory, 'login', 'notes.txt'), '');
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readdirSync(join(directory, 'login'))).toEqual(['notes.txt']);
  });

  it('removes an element of which one file is missing', async () => {
    await write();
    rmSync(join(directory, 'login', 'e.json'));
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(existsSync(join(directory, 'login'))).toBe(false);
  });

  it('is false where there is no folder', async () => {
    expect(await removeElement(directory, 'login')).toBe(false);
  });

  it('is false where the folder holds other things only', async () => {
    mkdirSync(join(directory, 'login', 'other'), { recursive: true });
    expect(await removeElement(directory, 'login')).toBe(false);
  });

  it('is false for a plain file of this name, and leaves it', async () => {
    writeFileSync(join(directory, 'login'), '');
    expect(await removeElement(directory, 'login')).toBe(false);
    expect(readdirSync(directory)).toEqual(['login']);
  });

  it('removes of a linked folder the link only', async () => {
    await write('real');
    symlinkSync('real', join(directory, 'login'));
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readElement(directory, 'real').issues).toEqual([]);
    expect(readdirSync(directory)).toEqual(['real']);
  });

  it('refuses a name that breaks the rules', async () => {
    await write();
    const inner = join(directory, 'login');
    await expect(removeElement(inner, '../login')).rejects.toMatchObject({
      name: 'SmsElementsError',
      issues: [{ code: 'invalid-name', file: expect.stringContaining('"../login"') }],
    });
    expect(readElement(directory, 'login').issues).toEqual([]);
  });
});
