import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS } from '../../test/support/app.js';
import { SMS_INSTANCES } from '../common/sms.tokens.js';
import type { InstanceStore } from '../registry/instance-store.js';
import { ElementFolders } from './element-folders.js';

const POLL = { timeout: 10_000, interval: 5 };
const IS_ROOT = process.getuid?.() === 0 || process.platform === 'win32';
const ROOT = IS_ROOT ? ' (skipped: this user may read everything)' : '';

describe('element folders that are watched', () => {
  let root: string;
  let directory: string;
  let app: INestApplicationContext;
  let registry: SmsRegistry;
  let watching: { close(): void } | undefined;
  let logs: string[];
  /** What waits for its time. The tests say when that has come. */
  let waiting: Set<() => void>;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'element-sync-'));
    directory = join(root, 'SMS');
    logs = [];
    waiting = new Set();
    for (const level of ['warn', 'error', 'log'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((text) => {
        logs.push(`${level}: ${String(text)}`);
      });
    }
    write('login');
    app = await boot(AliyunSmsModule.forRoot({ ...KEYS, verifySign: '根', logging: false }));
    registry = app.get(SmsRegistry);
  });
  afterEach(async () => {
    watching?.close();
    vi.restoreAllMocks();
    await app.close();
    rmSync(root, { recursive: true, force: true });
  });

  const path = (...parts: string[]) => join(directory, ...parts);
  function write(name: string, sign = '签', into = directory): void {
    mkdirSync(join(into, name), { recursive: true });
    writeFileSync(join(into, name, 'sms.json'), JSON.stringify({ ...KEYS, verifySign: sign }));
    writeFileSync(join(into, name, 'e.json'), JSON.stringify({ title: name, type: 'SMS.Aliyun' }));
  }
  function start(): void {
    const store = app.get<InstanceStore>(SMS_INSTANCES);
    const folders = new ElementFolders(directory, store, () => registry.types());
    folders.load();
    watching = folders.watch((work) => {
      waiting.add(work);
      return () => void waiting.delete(work);
    });
    logs = [];
  }
  const signOf = (name: string) =>
    registry.list().find((each) => each.name === name)?.config.values['verifySign'];
  async function logged(text: RegExp): Promise<void> {
    await expect.poll(() => logs.filter((line) => text.test(line)), POLL).toHaveLength(1);
  }
  async function isWaiting(count: number): Promise<void> {
    await expect.poll(() => waiting.size, POLL).toBe(count);
  }
  /** The watcher looks once more for what came while it started. */
  const settled = async () => {
    for (let i = 0; i < 3; i++) await new Promise(setImmediate);
  };
  function letTimePass(): void {
    const due = waiting;
    waiting = new Set();
    for (const work of due) work();
  }

  it('keeps an instance whose folder is away for a moment', async () => {
    start();
    renameSync(path('login'), join(root, 'away'));
    await isWaiting(1);
    expect(registry.has('login')).toBe(true);
    renameSync(join(root, 'away'), path('login'));
    await isWaiting(0);
    letTimePass();
    expect(registry.has('login')).toBe(true);
    expect(logs).toEqual([]);
  });

  it('keeps all instances while the directory is away, and takes changes after that', async () => {
    write('alarm');
    start();
    renameSync(directory, join(root, 'away'));
    await isWaiting(2);
    renameSync(join(root, 'away'), directory);
    await isWaiting(0);
    expect(logs).toEqual([]);
    write('login', '新');
    await expect.poll(() => signOf('login'), POLL).toBe('新');
    expect(registry.has('alarm')).toBe(true);
  });

  it('takes an instance out whose files stay away, and says so', async () => {
    start();
    rmSync(path('login'), { recursive: true });
    await isWaiting(1);
    letTimePass();
    expect(registry.has('login')).toBe(false);
    expect(logs).toEqual(['log: Element login is gone, and its instance']);
  });

  it('keeps an instance whose files come back at the very end', async () => {
    start();
    rmSync(path('login'), { recursive: true });
    await isWaiting(1);
    write('login', '新');
    letTimePass();
    expect(signOf('login')).toBe('新');
  });

  it('waits for nothing after it was closed', async () => {
    start();
    rmSync(path('login'), { recursive: true });
    await isWaiting(1);
    watching!.close();
    expect(waiting.size).toBe(0);
    expect(registry.has('login')).toBe(true);
  });

  const UNREADABLE: [string, string, () => void][] = [
    [
      'a folder that cannot be entered',
      'ELOOP',
      () => {
        rmSync(path('login'), { recursive: true });
        symlinkSync('login', path('login'));
      },
    ],
    [
      'a folder in whose place a file stands',
      'ENOTDIR',
      () => {
        rmSync(path('login'), { recursive: true });
        writeFileSync(path('login'), '');
      },
    ],
    [
      'a directory that cannot be entered',
      'ELOOP',
      () => {
        renameSync(directory, join(root, 'away'));
        symlinkSync('SMS', directory);
      },
    ],
    [
      'a directory in whose place a file stands',
      'ENOTDIR',
      () => {
        renameSync(directory, join(root, 'away'));
        writeFileSync(directory, '');
      },
    ],
  ];
  it.each(UNREADABLE)('keeps the instances of %s, and warns once', async (_, code, spoil) => {
    start();
    spoil();
    await logged(
      new RegExp(`^warn: .*cannot be read \\(${code}\\): the instances that are loaded stay`),
    );
    letTimePass();
    expect(registry.has('login')).toBe(true);
  });

  describe.skipIf(IS_ROOT)(`without the right to read${ROOT}`, () => {
    it.each([
      ['the folder', () => path('login')],
      ['the directory', () => directory],
    ])('keeps the instances, warns once, and goes on afterwards (%s)', async (_, place) => {
      start();
      chmodSync(place(), 0);
      await logged(/^warn: .*cannot be read \(EACCES\)/);
      chmodSync(place(), 0o755);
      write('login', '新');
      await expect.poll(() => signOf('login'), POLL).toBe('新');
    });
  });

  it('keeps the former instance while a file is half written', async () => {
    start();
    const text = readFileSync(path('login', 'sms.json'), 'utf8').replace('签', '新');
    writeFileSync(path('login', 'sms.json'), text.slice(0, 20));
    await logged(/^error: Element login: the former one stays in use/);
    expect(signOf('login')).toBe('签');
    writeFileSync(path('login', 'sms.json'), text);
    await expect.poll(() => signOf('login'), POLL).toBe('新');
  });

  describe('refuses what the next start would refuse, says why, and goes on', () => {
    it.each([
      ['con', /"con" cannot be an element.*Windows device/s],
      ['a b', /"a b" cannot be an element.*characters that are not allowed/s],
      ['constructor', /"constructor" cannot be an element.*meaning in JavaScript/s],
      ['a\nb', /"a\\nb" cannot be an element/s],
      ['Login', /Login.*differs from "login" by upper and lower case only/s],
      ['default', /an instance "default" is registered in code too/],
      ['late', /late.*an instance "late" is registered in code too/s],
    ])('a folder %j', async (name, reason) => {
      start();
      if (name === 'late') registry.register({ name, ...KEYS, verifySign: 'x' });
      write(name);
      await logged(reason);
      const [line] = logs;
      expect(line).toMatch(/^error: Element .*: it is not registered/);
      expect(line!.split('\n- ')[0]).not.toContain('\n');
      expect(registry.names().includes(name)).toBe(name === 'default' || name === 'late');
      expect(signOf('login')).toBe('签');
      write('alarm');
      await expect.poll(() => registry.has('alarm'), POLL).toBe(true);
    });
  });

  it('says nothing of a hidden folder', async () => {
    start();
    write('.git');
    write('alarm');
    await expect.poll(() => registry.has('alarm'), POLL).toBe(true);
    expect(logs).toEqual(['log: Element alarm is new, and registered']);
  });

  it('goes on with the one in use beside a folder of the same name in upper case, which follows it', async () => {
    start();
    write('Login', '大');
    await logged(/differs from "login"/);
    write('login', '新');
    await expect.poll(() => signOf('login'), POLL).toBe('新');
    rmSync(path('login'), { recursive: true });
    await isWaiting(1);
    letTimePass();
    expect(registry.names()).toEqual(['default', 'Login']);
  });

  describe('with links', () => {
    function swap(link: string, target: string): void {
      symlinkSync(target, `${link}.new`);
      renameSync(`${link}.new`, link);
    }

    it.each([
      ['the link of the directory itself', 'SMS', ['v1', 'v2']],
      ['a hidden link that it leads through, as Kubernetes does', '..data', ['..1', '..2']],
      ['a link of any name that it leads through', 'current', ['v1', 'v2']],
    ])('takes the swap of %s, and loses no instance', async (_, link, [first, second]) => {
      rmSync(directory, { recursive: true });
      const isDirectory = link === 'SMS';
      for (const [version, sign] of [
        [first!, '一'],
        [second!, '二'],
      ] as const) {
        write('login', sign, join(root, version, isDirectory ? '' : 'SMS'));
      }
      symlinkSync(first!, join(root, link));
      if (!isDirectory) symlinkSync(join(link, 'SMS'), directory);
      start();
      expect(signOf('login')).toBe('一');
      const changes: string[] = [];
      registry.onChange(({ kind }) => changes.push(kind));
      await settled();
      swap(join(root, link), second!);
      await expect.poll(() => signOf('login'), POLL).toBe('二');
      write('login', '三', join(root, second!, isDirectory ? '' : 'SMS'));
      await expect.poll(() => signOf('login'), POLL).toBe('三');
      expect(changes).toEqual(['replaced', 'replaced']);
    });

    it('takes the swap of a link elsewhere that a file leads through', async () => {
      for (const [version, sign] of [
        ['v1', '一'],
        ['v2', '二'],
      ] as const) {
        mkdirSync(join(root, 'vault', version), { recursive: true });
        writeFileSync(
          join(root, 'vault', version, 'login.json'),
          JSON.stringify({ ...KEYS, verifySign: sign }),
        );
      }
      symlinkSync('v1', join(root, 'vault', 'current'));
      unlinkSync(path('login', 'sms.json'));
      symlinkSync('../../vault/current/login.json', path('login', 'sms.json'));
      start();
      await settled();
      swap(join(root, 'vault', 'current'), 'v2');
      await expect.poll(() => signOf('login'), POLL).toBe('二');
    });
  });
});
