import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';
import { boot, KEYS, rejectionOf } from './support/app.js';

const ROOT = { ...KEYS, endpoint: 'http://127.0.0.1:1', verifySign: '某某科技', logging: false };

type Options = Record<string, unknown>;

/** Every door through which an instance comes in. */
const DOORS: [string, (options: Options) => Promise<unknown>][] = [
  [
    'forFeature',
    (options) =>
      boot(
        AliyunSmsModule.forRoot(ROOT),
        AliyunSmsModule.forFeature({ name: 'a', ...options } as never),
      ),
  ],
  [
    'forFeatureAsync',
    (options) =>
      boot(
        AliyunSmsModule.forRoot(ROOT),
        AliyunSmsModule.forFeatureAsync({ name: 'a', useFactory: () => options as never }),
      ),
  ],
  [
    'register',
    async (options) =>
      (await boot(AliyunSmsModule.forRoot(ROOT)))
        .get(SmsRegistry)
        .register({ name: 'a', ...options } as never),
  ],
  [
    'a folder',
    async (options) => {
      const directory = mkdtempSync(join(tmpdir(), 'misplaced-'));
      mkdirSync(join(directory, 'a'));
      writeFileSync(join(directory, 'a/e.json'), '{ "title": "a", "type": "SMS.Aliyun" }');
      writeFileSync(join(directory, 'a/sms.json'), JSON.stringify(options));
      const started = boot(AliyunSmsModule.forRoot({ ...ROOT, elementsDir: directory }));
      return started.finally(() => rmSync(directory, { recursive: true }));
    },
  ],
  [
    'resolve',
    async (options) => {
      const resolve = () => ({ verifySign: '签', ...options });
      const app = await boot(AliyunSmsModule.forRoot({ ...ROOT, resolve }));
      return app.get(SmsRegistry).load('a');
    },
  ],
];

describe('an option in a place where nobody reads it', () => {
  it.each(DOORS)('belongs to the root, and is refused in %s', async (_, door) => {
    for (const [option, value] of [
      ['shutdownGrace', 7],
      ['idleTimeout', 7],
      ['resolve', 'x'],
    ]) {
      const error = await rejectionOf(door({ [String(option)]: value }));
      expect(error.message).toMatch(new RegExp(`${option} is no option .*belongs to the root`));
      expect(error).toMatchObject({ issues: [{ code: 'unknown-option', option }] });
    }
  });

  it('names the second argument for isGlobal in a feature', async () => {
    const text = /isGlobal .*second argument.*\{ isGlobal: true \}/;
    const feature = { name: 'a', isGlobal: true } as never;
    expect(
      (await rejectionOf(boot(AliyunSmsModule.forRoot(ROOT), AliyunSmsModule.forFeature(feature))))
        .message,
    ).toMatch(text);
    const beside = { name: 'a', isGlobal: true, useFactory: () => ({}) } as never;
    expect(() => AliyunSmsModule.forFeatureAsync(beside)).toThrow(text);
    const inside = { name: 'a', useFactory: () => ({ isGlobal: true }) as never };
    const booting = boot(AliyunSmsModule.forRoot(ROOT), AliyunSmsModule.forFeatureAsync(inside));
    expect((await rejectionOf(booting)).message).toMatch(text);
  });

  it.each(['name', 'isGlobal', 'imports', 'types', 'elementsDir', 'watch'])(
    'says where %s belongs where a factory of the root gives it',
    async (key) => {
      const useFactory = () => ({ ...ROOT, [key]: 'x' }) as never;
      const { message } = await rejectionOf(boot(AliyunSmsModule.forRootAsync({ useFactory })));
      expect(message).toMatch(new RegExp(`${key} cannot come from a factory.*beside useFactory`));
    },
  );

  it('refuses options beside the factory that gives the options', () => {
    const given = { useFactory: () => ROOT, verifySign: '某' } as never;
    expect(() => AliyunSmsModule.forRootAsync(given)).toThrow(
      /verifySign stands beside the source of options.*return it from the factory/,
    );
  });

  it('lets a factory repeat what the registration says', async () => {
    const useFactory = () => ({ name: 'a', verifySign: '签' }) as never;
    const app = await boot(
      AliyunSmsModule.forRoot(ROOT),
      AliyunSmsModule.forFeatureAsync({ name: 'a', useFactory }),
    );
    expect(app.get(SmsRegistry).names()).toEqual(['default', 'a']);
    await app.close();
  });
});

describe('a name in the wrong case', () => {
  const WRONG: [string, string][] = [
    ['accesskey', 'accessKey'],
    ['AccessKey', 'accessKey'],
    ['access_key', 'accessKey'],
    ['acessKey', 'accessKey'],
    ['accessKeyId', 'accessKey'],
    ['AccessKeyId', 'accessKey'],
  ];

  it.each(WRONG)('%s in the root is taken for %s, and not for a variable', async (wrong, right) => {
    const { accessKey, ...others } = ROOT;
    for (const booting of [
      boot(AliyunSmsModule.forRoot({ ...others, [wrong]: accessKey })),
      boot(AliyunSmsModule.forRootAsync({ useFactory: () => ({ ...others, [wrong]: accessKey }) })),
    ]) {
      const { message } = await rejectionOf(booting);
      expect(message).toContain(`${wrong} is no option of this type: did you mean ${right}?`);
      expect(message).not.toMatch(/environment/);
    }
  });

  it.each(DOORS)('is named in %s too', async (_, door) => {
    const { message } = await rejectionOf(door({ accesskey: 'LTAI5t', accessSecret: 'x' }));
    expect(message).toContain('accesskey is no option of this type: did you mean accessKey?');
    expect(message).not.toMatch(/environment/);
  });
});
