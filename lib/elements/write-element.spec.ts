import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readElement, type SmsElement, writeElement } from './index.js';

const LOGIN: SmsElement = {
  name: 'login',
  title: '登录',
  type: 'SMS.Aliyun',
  values: { accessKey: '${SMS_KEY}', verifySign: '某某科技' },
};

let root: string;
let directory: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'write-'));
  directory = join(root, 'deep', 'SMS');
});
afterEach(() => rmSync(root, { recursive: true }));

const path = (file: string) => join(directory, 'login', file);
const text = (file: string) => readFileSync(path(file), 'utf8');

describe('writeElement', () => {
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
    await expect(writing).rejects.toThrow(TypeError);
    expect(existsSync(join(root, 'deep'))).toBe(false);
  });

  it.each([
    ['an empty title', { title: '' }],
    ['a type that is none', { type: 'x' }],
    ['a key that is not allowed', { values: { a: { constructor: 1 } } }],
    ['settings that are no object', { values: [] as unknown as Record<string, unknown> }],
    ['more than 64 KiB', { values: { a: 'a'.repeat(70_000) } }],
  ])('refuses %s, which could not be read back', async (_, change) => {
    await expect(writeElement(directory, { ...LOGIN, ...change })).rejects.toThrow(TypeError);
    expect(existsSync(directory)).toBe(false);
  });

  it('does not overwrite an e.json that it cannot read', async () => {
    mkdirSync(join(directory, 'login'), { recursive: true });
    writeFileSync(path('e.json'), '{"more": 1');
    await expect(writeElement(directory, LOGIN)).rejects.toThrow('line 1, column 11');
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
