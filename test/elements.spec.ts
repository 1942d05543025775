import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { Injectable, type INestApplicationContext, Logger } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  InjectSms,
  SmsElements,
  type SmsElementsError,
  type SmsInstanceChange,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, LOGIN_CODE, rejectionOf } from './support/app.js';

// The very texts of https://jit.pro/docs/reference/framework/JitMessage/aliyun-sms
const E_JSON = `{
  "title": "My Alibaba Cloud SMS",
  "type": "SMS.Aliyun",
  "backendBundleEntry": "."
}`;
const SMS_JSON = `{
  "accessKey": "your_access_key",
  "accessSecret": "your_access_secret",
  "verifySign": "your_signature"
}`;
const KEYS = { accessKey: 'your_access_key', accessSecret: 'your_access_secret' };

describe('element folders', () => {
  let emulator: AliyunSmsEmulator;
  let root: string;
  let app: INestApplicationContext | undefined;
  let logs: Record<'warn' | 'error' | 'log', string[]>;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(async () => {
    emulator.reset();
    root = await mkdtemp(join(tmpdir(), 'sms-elements-'));
    logs = { warn: [], error: [], log: [] };
    for (const level of ['warn', 'error', 'log'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((text) => {
        logs[level].push(String(text));
      });
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await app?.close();
    app = undefined;
    await rm(root, { recursive: true, force: true });
  });
  afterAll(() => emulator.close());

  const directory = () => join(root, 'SMS');
  async function write(name: string, files: { e?: string; sms?: string }): Promise<void> {
    await mkdir(join(directory(), name), { recursive: true });
    if (files.sms !== undefined) await writeFile(join(directory(), name, 'sms.json'), files.sms);
    if (files.e !== undefined) await writeFile(join(directory(), name, 'e.json'), files.e);
  }
  async function start(
    options: Partial<AliyunSmsRootOptions> = {},
    ...imports: Parameters<typeof boot>
  ): Promise<SmsRegistry> {
    app = await boot(
      AliyunSmsModule.forRoot({
        elementsDir: directory(),
        endpoint: emulator.url,
        logging: false,
        ...options,
      }),
      ...imports,
    );
    return app.get(SmsRegistry);
  }
  const messageOf = async (work: Promise<unknown>) =>
    (await rejectionOf<SmsElementsError>(work)).message;

  it('loads the example of the JitAi page as it is, and sends', async () => {
    await write('YourSmsName', { e: E_JSON, sms: SMS_JSON });
    const sms = (await start()).getElement('SMS.YourSmsName');
    expect(sms).toBeInstanceOf(AliyunSms);
    expect(sms).toMatchObject({
      name: 'YourSmsName',
      title: 'My Alibaba Cloud SMS',
      type: 'SMS.Aliyun',
    });

    await sms.sendMessage({
      phoneList: ['13800138000'],
      params: { code: '123456' },
      verifyTemplateCode: 'SMS_123456789',
    });
    await sms.sendMessage({
      phoneList: ['13800138000', '13900139000'],
      params: { time: '20:00' },
      verifyTemplateCode: 'SMS_SYSTEM_NOTICE',
    });
    await sms.sendMessage({
      phoneList: ['13800138000'],
      params: { orderNo: '1', amount: 99.5, address: '杭州' },
      verifyTemplateCode: 'SMS_ORDER_NOTIFY',
    });
    expect(emulator.messages()).toHaveLength(4);
    expect(new Set(emulator.messages().map(({ signName }) => signName))).toEqual(
      new Set(['your_signature']),
    );
  });

  it('injects an element by its name, whichever way its options come', async () => {
    await write('login', { e: E_JSON, sms: SMS_JSON });
    @Injectable()
    class Login {
      constructor(@InjectSms('login') readonly sms: AliyunSms) {}
    }
    app = await boot(
      AliyunSmsModule.forRootAsync({
        elementsDir: directory(),
        useFactory: () => ({ endpoint: emulator.url, logging: false }),
      }),
      { module: class LoginModule {}, providers: [Login] },
    );
    await app.get(Login).sms.sendMessage(LOGIN_CODE);
    expect(emulator.messages()).toHaveLength(1);
  });

  it('inherits from forRoot what its files leave out', async () => {
    await write('login', { e: E_JSON, sms: '{ "verifySign": "文件" }' });
    const registry = await start({ ...KEYS, verifySign: '根' });
    await registry.get('login').sendMessage(LOGIN_CODE);
    expect(emulator.messages()[0]).toMatchObject({ signName: '文件' });
    const origins = registry.list().map(({ name, origin }) => `${name}: ${origin}`);
    expect(origins.sort()).toEqual(['default: code', 'login: folder']);
  });

  it('takes ${ENV_NAME} from the environment', async () => {
    vi.stubEnv('TEST_SMS_SECRET', KEYS.accessSecret);
    await write('login', {
      e: E_JSON,
      sms: JSON.stringify({ ...KEYS, accessSecret: '${TEST_SMS_SECRET}', verifySign: '签' }),
    });
    await (await start()).get('login').sendMessage(LOGIN_CODE);
    expect(emulator.messages()).toHaveLength(1);
    expect(app!.get(SmsElements).read('login')!.values).toMatchObject({
      accessSecret: '${TEST_SMS_SECRET}',
    });
  });

  it('tells all issues of all folders at once, each with its file and what to do', async () => {
    await write('broken', { e: E_JSON, sms: '{\n  "accessKey": "k",\n  oops\n}' });
    await write('lonely', { sms: SMS_JSON });
    await write('typo', { e: E_JSON, sms: SMS_JSON.replace('"verifySign"', '"verifySing"') });
    await write('missing', { e: E_JSON, sms: '{ "accessKey": "k" }' });
    await write('strange', { e: E_JSON.replace('SMS.Aliyun', 'SMS.Twilio'), sms: '{}' });
    await write('number', { e: E_JSON.replace('"SMS.Aliyun"', '7'), sms: '{}' });
    await write('unset', {
      e: E_JSON,
      sms: SMS_JSON.replace('your_access_key', '${NO_SUCH_NAME}'),
    });
    await write('both', {
      e: E_JSON,
      sms: '{ "accessKey": "${NO_SUCH_KEY}", "timeout": "x", "verifySing": "y" }',
    });
    await write('bad name', { e: E_JSON, sms: SMS_JSON });
    const text = await messageOf(start());
    for (const issue of [
      /broken\/sms\.json.*3.*3/,
      /lonely\/e\.json: no e\.json: create it/,
      /typo\/sms\.json: verifySing is no option of this type: did you mean verifySign\?/,
      /typo\/sms\.json: verifySign is missing: give it in sms\.json/,
      /missing\/sms\.json: accessSecret and verifySign are missing: give them in sms\.json, or in forRoot/,
      /strange\/e\.json: "SMS\.Twilio" is no type.*forRoot\(\{ types \}\)/,
      /number\/e\.json: "type" must be "SMS\."/,
      /unset\/sms\.json: \$\{NO_SUCH_NAME\} is not set in the environment/,
      /both\/sms\.json: \$\{NO_SUCH_KEY\} is not set/,
      /both\/sms\.json: accessSecret is missing/,
      /both\/sms\.json: timeout must be a whole number/,
      /both\/sms\.json: verifySing is no option/,
      /"bad name" cannot be an element.*Rename the folder/,
    ]) {
      expect(text).toMatch(issue);
    }
    expect(text).not.toContain('your_access_secret');
  });

  it('refuses the name of an instance of the code', async () => {
    await write('login', { e: E_JSON, sms: SMS_JSON });
    const feature = AliyunSmsModule.forFeature({ name: 'login', ...KEYS, verifySign: 'x' });
    const error = await rejectionOf(start({}, feature));
    expect(error.message).toMatch(/"login" is registered (twice|in code too)/);
  });

  it('starts without a directory that nobody has made yet', async () => {
    expect((await start()).names()).toEqual(['default']);
  });

  it('warns once of secrets in clear inside a git work tree', async () => {
    await mkdir(join(root, '.git'));
    await write('login', { e: E_JSON, sms: SMS_JSON });
    await write('order', { e: E_JSON, sms: SMS_JSON });
    vi.stubEnv('TEST_SMS_SECRET', 's');
    await write('clean', {
      e: E_JSON,
      sms: SMS_JSON.replace('your_access_secret', '${TEST_SMS_SECRET}'),
    });
    await start();
    expect(logs.warn).toHaveLength(1);
    expect(logs.warn[0]).toMatch(
      /login\/sms\.json, .*order\/sms\.json hold secrets in clear inside a git work tree: write \$\{NAME\}/,
    );
    expect(logs.warn[0]).not.toContain('clean');
    expect(logs.warn[0]).not.toContain('your_access_secret');
  });

  it('warns of nothing outside of one', async () => {
    await write('login', { e: E_JSON, sms: SMS_JSON });
    await start();
    expect(logs.warn).toEqual([]);
  });

  describe('with watch', () => {
    let registry: SmsRegistry;
    let changes: SmsInstanceChange[];

    beforeEach(async () => {
      await write('login', { e: E_JSON, sms: SMS_JSON });
      registry = await start({ watch: true });
      changes = [];
      registry.onChange((change) => changes.push(change));
    });
    const change = (kind: SmsInstanceChange['kind'], name = 'login') =>
      vi.waitFor(() => expect(changes).toContainEqual({ name, kind, origin: 'folder' }), 10_000);

    it('replaces the instance of a changed file, wherever it is held', async () => {
      const sms = registry.get('login');
      await write('login', { sms: SMS_JSON.replace('your_signature', '新签名') });
      await change('replaced');
      await sms.sendMessage(LOGIN_CODE);
      expect(emulator.messages()[0]).toMatchObject({ signName: '新签名' });
    });

    it('keeps the former one in service where the new file is broken, and says why', async () => {
      await write('login', { sms: '{ "accessKey": "k", ' });
      await vi.waitFor(() => expect(logs.error).toHaveLength(1), 10_000);
      expect(logs.error[0]).toMatch(/login: the former one stays in use.*login\/sms\.json.*1/s);
      await registry.get('login').sendMessage(LOGIN_CODE);
      await write('login', { sms: SMS_JSON.replace('your_signature', '好了') });
      await change('replaced');
    });

    it('takes in a new folder, and lets go of one that is gone', async () => {
      await write('late', { e: E_JSON, sms: SMS_JSON });
      await change('registered', 'late');
      await registry.getElement('SMS.late').sendMessage(LOGIN_CODE);
      await rm(join(directory(), 'late'), { recursive: true });
      await change('unregistered', 'late');
      expect(registry.has('late')).toBe(false);
    });

    it('does not miss what changes while the application starts', async () => {
      await app!.close();
      const module = await Test.createTestingModule({
        imports: [AliyunSmsModule.forRoot({ elementsDir: directory(), watch: true })],
      }).compile();
      await write('login', { sms: SMS_JSON.replace('your_signature', '新签名') });
      await write('late', { e: E_JSON, sms: SMS_JSON });
      app = await module.init();
      const { values } = app
        .get(SmsRegistry)
        .list()
        .find(({ name }) => name === 'login')!.config;
      expect(values).toMatchObject({ verifySign: '新签名' });
      expect(app.get(SmsRegistry).has('late')).toBe(true);
    });

    it('stops watching with the application', async () => {
      await app!.close();
      app = undefined;
      await write('login', { sms: '{' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(logs.error).toEqual([]);
    });
  });

  describe('saving', () => {
    const element = {
      name: 'login',
      title: '登录',
      type: 'SMS.Aliyun',
      values: { ...KEYS, verifySign: '签' },
    };

    it('writes the folder, registers the instance, and survives a restart', async () => {
      let registry = await start();
      const elements = app!.get(SmsElements);
      await elements.save(element);
      await registry.get('login').sendMessage(LOGIN_CODE);
      await elements.save({ ...element, values: { ...element.values, verifySign: '改' } });
      await registry.get('login').sendMessage(LOGIN_CODE);
      expect(emulator.messages().map(({ signName }) => signName)).toEqual(['改', '签']);
      const file = join(directory(), 'login', 'sms.json');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ verifySign: '改' });

      await app!.close();
      registry = await start();
      expect(registry.get('login').title).toBe('登录');
      expect(await app!.get(SmsElements).remove('login')).toBe(true);
      expect(existsSync(join(directory(), 'login'))).toBe(false);
      expect(registry.has('login')).toBe(false);
    });

    it('sees an edit by hand that comes while it writes', async () => {
      await start();
      const elements = app!.get(SmsElements);
      await elements.save(element);
      const folder = join(directory(), 'login');
      const text = await readFile(join(folder, 'sms.json'), 'utf8');
      const saving = elements.save(
        { ...element, values: { ...element.values, verifySign: '页' } },
        elements.version('login'),
      );
      // No turn of the event loop in between: the new files are there, and not yet on the disk for sure.
      while (!readdirSync(folder).some((file) => file.endsWith('.tmp'))) await Promise.resolve();
      writeFileSync(join(folder, 'sms.json'), text.replace('签', '手'));
      expect((await rejectionOf(saving)).name).toBe('SmsElementChangedError');
      expect(await readFile(join(folder, 'sms.json'), 'utf8')).toContain('手');
      expect(readdirSync(folder).toSorted()).toEqual(['e.json', 'sms.json']);
    });

    it('writes nothing of which no instance could be made', async () => {
      await start();
      const elements = app!.get(SmsElements);
      const text = await messageOf(elements.save({ ...element, values: { verifySign: '【x】' } }));
      expect(text).toMatch(/accessKey and accessSecret are missing.*verifySign must be/s);
      expect(existsSync(directory())).toBe(false);
    });

    it('does not overwrite an e.json that it cannot read, and says where it is broken', async () => {
      const registry = await start();
      await write('login', { e: '{ "note": 1, ' });
      const error = await rejectionOf<SmsElementsError>(app!.get(SmsElements).save(element));
      expect(error.issues).toEqual([
        {
          code: 'unreadable',
          file: `${directory()}/login/e.json`,
          text: expect.stringMatching(/^line 1, column 14: .*Nothing was written$/),
        },
      ]);
      expect(existsSync(join(directory(), 'login', 'sms.json'))).toBe(false);
      expect(registry.has('login')).toBe(false);
    });

    it.each(['../x', '__proto__', 'CON', 'x'.repeat(300), '😀', 'a/b', '', '.', 'a\0b'])(
      'refuses the name %j',
      async (name) => {
        const registry = await start();
        const elements = app!.get(SmsElements);
        expect(await messageOf(elements.save({ ...element, name }))).toMatch(/the name/);
        expect(await elements.remove(name)).toBe(false);
        expect(elements.read(name)).toBeUndefined();
        expect(existsSync(directory())).toBe(false);
        expect(registry.names()).toEqual(['default']);
      },
    );

    it('refuses the name of an instance of the code', async () => {
      await start({}, AliyunSmsModule.forFeature({ name: 'login', ...KEYS, verifySign: 'x' }));
      const elements = app!.get(SmsElements);
      expect((await rejectionOf(elements.save(element))).name).toBe('SmsInstanceExistsError');
      expect((await rejectionOf(elements.remove('login'))).name).toBe('SmsInstanceExistsError');
      expect(existsSync(directory())).toBe(false);
    });

    it('says what to do where there are no element folders', async () => {
      await start({ elementsDir: undefined });
      const error = await rejectionOf(app!.get(SmsElements).save(element));
      expect(error.message).toMatch(/give elementsDir to AliyunSmsModule\.forRoot/);
    });
  });
});
