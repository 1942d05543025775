import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type INestApplication,
  Module,
  type NestInterceptor,
  UnauthorizedException,
} from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  SmsExceptionFilter,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { AliyunSmsConsoleModule, type AliyunSmsConsoleOptions } from 'nestjs-aliyun-sms/console';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { map } from 'rxjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AcmeSms } from '../../sample/src/acme-sms.js';
import { KEYS, LOGIN_CODE, rejectionOf } from '../support/app.js';
import { rawStatus } from './raw-request.js';

const JSON_TYPE = { 'content-type': 'application/json' };

interface ApiResponse {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the tests look for in it differs
  body: any;
}

@Injectable()
class Doorman {
  letsIn(name: unknown): boolean {
    return name === 'admin';
  }
}

@Injectable()
class AdminGuard implements CanActivate {
  constructor(private readonly doorman: Doorman) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, unknown> }>();
    if (!this.doorman.letsIn(headers['x-user'])) throw new UnauthorizedException('Who are you?');
    return true;
  }
}

@Module({ providers: [Doorman], exports: [Doorman] })
class DoormanModule {}

describe.each([
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
] as const)('the console on %s', (_, adapter) => {
  let emulator: AliyunSmsEmulator;
  let root: string;
  let app: INestApplication | undefined;
  let origin: string;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({
      accounts: [KEYS],
      templates: [
        {
          templateCode: 'SMS_1',
          templateName: '验证码',
          templateContent: '验证码${code}',
          templateType: 0,
        },
      ],
    });
  });
  beforeEach(async () => {
    emulator.reset();
    root = await mkdtemp(join(tmpdir(), 'sms-console-'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await app?.close();
    app = undefined;
    await rm(root, { recursive: true, force: true });
  });
  afterAll(() => emulator.close());

  async function start(
    console: AliyunSmsConsoleOptions = {},
    options: Partial<AliyunSmsRootOptions> = {},
    prepare: (app: INestApplication) => void = () => {},
  ): Promise<void> {
    const module = await Test.createTestingModule({
      imports: [
        AliyunSmsModule.forRoot({
          ...KEYS,
          endpoint: emulator.url,
          logging: false,
          verifySign: '根',
          elementsDir: join(root, 'SMS'),
          ...options,
        }),
        AliyunSmsConsoleModule.forRoot(console),
      ],
    }).compile();
    app = module.createNestApplication(adapter(), { logger: false });
    app.useGlobalFilters(new SmsExceptionFilter());
    prepare(app);
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
    origin = `http://127.0.0.1:${port}`;
  }

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiResponse> {
    const ifMatch = await versionFor(method, path);
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...(method !== 'GET' && JSON_TYPE), ...ifMatch, ...headers },
      ...(method !== 'GET' && {
        body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
      }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const parsed: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, body: parsed };
  }

  /** The header with which a page says from which version it makes its change. */
  async function versionFor(method: string, path: string): Promise<Record<string, string>> {
    if (method !== 'PUT' && method !== 'DELETE') return {};
    const { body } = await ask('GET', '/console/api/state');
    const name = decodeURIComponent(path.split('/').at(-1)!);
    const found = body?.instances.find((each: { name: string }) => each.name === name);
    return found?.version ? { 'if-match': found.version } : {};
  }

  const NEW = {
    name: 'login',
    title: '登录',
    type: 'SMS.Aliyun',
    config: { ...KEYS, verifySign: '登录签名' },
  };
  const file = (name = 'login', each = 'sms.json') => join(root, 'SMS', name, each);

  it('serves the page and its files, with nothing inline and nothing from elsewhere', async () => {
    await start();
    const page = await ask('GET', '/console');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    const assets = [...page.text.matchAll(/(?:href|src)="(console\/assets\/[^"]+)"/g)];
    expect(assets).toHaveLength(2);
    for (const [, path] of assets) {
      const asset = await ask('GET', `/${path}`);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('content-type')).toMatch(/^text\/(css|javascript)/);
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await ask('GET', '/console/assets/none.js')).status).toBe(404);
    expect((await ask('GET', '/console/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('mounts at its path, below a global prefix', async () => {
    await start({ path: '/admin/sms' }, {}, (nest) => nest.setGlobalPrefix('v1'));
    const page = await ask('GET', '/v1/admin/sms?x=1');
    const script = /src="(sms\/assets\/[^"]+\.js)"/.exec(page.text)?.[1];
    expect((await ask('GET', `/v1/admin/${script}`)).status).toBe(200);
    expect((await ask('GET', '/v1/admin/sms/api/state')).body).toMatchObject({ canCreate: true });
  });

  it('sends responses unchanged if the application wraps every response', async () => {
    const envelope: NestInterceptor = {
      intercept: (_context, next) =>
        next.handle().pipe(map((data: unknown) => ({ code: 0, data }))),
    };
    await start({}, {}, (nest) => nest.useGlobalInterceptors(envelope));
    const page = await ask('GET', '/console');
    expect(page.text).toMatch(/^<!doctype html>/);
    const script = /src="([^"]+\.js)"/.exec(page.text)?.[1];
    expect((await ask('GET', `/${script}`)).headers.get('content-type')).toMatch(
      /^text\/javascript/,
    );
    expect((await ask('GET', '/console/api/state')).body.instances).toHaveLength(1);
    expect((await ask('POST', '/console/api/instances', NEW)).body.name).toBe('login');
  });

  it('makes nothing that would keep the application from starting', async () => {
    await start();
    const failover = (...instances: string[]) => ({
      name: 'both',
      type: 'SMS.Failover',
      config: { instances },
    });
    const bad = await ask('POST', '/console/api/instances', failover('default', 'nobody', 'both'));
    expect(bad.status).toBe(400);
    expect(bad.body.error.fields.instances.join()).toMatch(
      /both itself.*nobody, which does not exist/,
    );

    await ask('POST', '/console/api/instances', NEW);
    expect((await ask('POST', '/console/api/instances', { ...NEW, name: 'Login' })).status).toBe(
      400,
    );
    const made = await ask('POST', '/console/api/instances', failover('default', 'login'));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ isAliyun: false, hasHealth: true });
    expect((await ask('GET', '/console/api/instances/both/health')).body.status).toBe('up');
    const removed = await ask('DELETE', '/console/api/instances/login');
    expect(removed.status).toBe(400);
    expect(removed.body.error.message).toMatch(/is used by both: take it out there first/);

    // By hand all of it can be done, and the application starts all the same.
    await rm(join(root, 'SMS', 'login'), { recursive: true });
    await app!.close();
    await start();
    expect(app!.get(SmsRegistry).names()).toEqual(['default', 'both']);
  });

  it('makes one change after the other', async () => {
    await start();
    const created = await Promise.all(
      [1, 2, 3].map(() => ask('POST', '/console/api/instances', NEW)),
    );
    expect(created.map(({ status }) => String(status)).sort()).toEqual(['201', '409', '409']);
    const version = await versionFor('PUT', '/console/api/instances/login');
    const edited = { ...NEW, title: '改' };
    const [, late] = await Promise.all([
      ask('PUT', '/console/api/instances/login', edited, version),
      ask('DELETE', '/console/api/instances/login', {}, version),
    ]);
    expect(late!.status).toBe(409);
    expect((await ask('DELETE', '/console/api/instances/login')).status).toBe(200);
    expect(existsSync(file())).toBe(false);
    expect(app!.get(SmsRegistry).has('login')).toBe(false);
  });

  it('shows no variable of the environment that a file names', async () => {
    vi.stubEnv('TEST_DB_PASSWORD', 'a-password-of-the-database');
    await mkdir(join(root, 'SMS', 'login'), { recursive: true });
    await writeFile(file('login', 'e.json'), JSON.stringify({ title: 'x', type: 'SMS.Aliyun' }));
    await writeFile(file(), JSON.stringify({ ...KEYS, verifySign: '${TEST_DB_PASSWORD}' }));
    await start();
    const { text, body } = await ask('GET', '/console/api/state');
    expect(body.instances.find(({ name }: { name: string }) => name === 'login').sign).toBe(
      '${TEST_DB_PASSWORD}',
    );
    expect(text).not.toContain('a-password-of-the-database');
  });

  describe('lets nobody read the environment', () => {
    it.each([
      ['a field that is shown', { verifySign: '${TEST_DB_PASSWORD}' }, 'verifySign'],
      ['an endpoint', { endpoint: '${TEST_DB_PASSWORD}' }, 'endpoint'],
      ['a part of a text', { verifySign: 'x${TEST_DB_PASSWORD}' }, 'verifySign'],
      ['an object', { limits: { kinds: { '${TEST_DB_PASSWORD}': 'promotion' } } }, 'limits'],
      ['a proxy', { proxy: 'http://${TEST_DB_PASSWORD}@127.0.0.1:9' }, 'proxy'],
      [
        'a key, of a variable that is not for it',
        { accessKey: '${TEST_DB_PASSWORD}' },
        'accessKey',
      ],
      ['a part of a secret', { accessSecret: 'x${ALIYUN_SMS_X}' }, 'accessSecret'],
    ])('by a variable in %s', async (_, change, field) => {
      vi.stubEnv('TEST_DB_PASSWORD', 'a-password-of-the-database');
      vi.stubEnv('ALIYUN_SMS_X', 'y');
      await start();
      const config = { ...NEW.config, ...change };
      const { status, text, body } = await ask('POST', '/console/api/instances', {
        ...NEW,
        config,
      });
      expect(status).toBe(400);
      expect(Object.keys(body.error.fields)).toEqual([field]);
      expect(text).not.toContain('a-password-of-the-database');
      expect(existsSync(file())).toBe(false);
    });

    it('takes variables for keys and secrets, by their prefix or named in the options', async () => {
      vi.stubEnv('ALIYUN_SMS_KEY', KEYS.accessKey);
      vi.stubEnv('TEST_SECRET', KEYS.accessSecret);
      await start({ variables: ['TEST_SECRET'] });
      const config = {
        ...NEW.config,
        accessKey: '${ALIYUN_SMS_KEY}',
        accessSecret: '${TEST_SECRET}',
      };
      expect((await ask('POST', '/console/api/instances', { ...NEW, config })).status).toBe(400);
      await app!.close();
      await start({ variables: ['TEST_SECRET', 'ALIYUN_*'] });
      expect((await ask('POST', '/console/api/instances', { ...NEW, config })).status).toBe(201);
    });
  });

  describe('sends a stored secret nowhere else', () => {
    it.each([
      ['another endpoint', { endpoint: '127.0.0.1:9' }],
      ['a proxy', { proxy: 'http://127.0.0.1:9' }],
      ['plain http', { insecure: true }],
    ])('by %s: the key and the secret have to be given anew', async (_, change) => {
      await start();
      await ask('POST', '/console/api/instances', NEW);
      const before = await readFile(file(), 'utf8');
      const edited = { ...NEW, config: { verifySign: '签', ...change } };
      const { status, body } = await ask('PUT', '/console/api/instances/login', edited);
      expect(status).toBe(400);
      expect(Object.keys(body.error.fields)).toEqual(['accessKey', 'accessSecret']);
      expect(await readFile(file(), 'utf8')).toBe(before);
      const whole = { ...edited, config: { ...edited.config, ...KEYS } };
      expect((await ask('PUT', '/console/api/instances/login', whole)).status).toBe(200);
    });

    it('and not the account of the root either', async () => {
      await start();
      const config = { verifySign: '签', endpoint: '127.0.0.1:9' };
      const { status, body } = await ask('POST', '/console/api/instances', { ...NEW, config });
      expect(status).toBe(400);
      expect(Object.keys(body.error.fields)).toContain('accessKey');
      await ask('POST', '/console/api/instances', { ...NEW, config: { verifySign: '签' } });
      expect((await ask('PUT', '/console/api/instances/login', { ...NEW, config })).status).toBe(
        400,
      );
    });

    it('of a type of another provider either', async () => {
      vi.stubEnv('NODE_ENV', 'test');
      await start({}, { types: [AcmeSms] });
      const acme = { name: 'login', title: 'x', type: 'SMS.Acme' };
      const config = { url: 'http://127.0.0.1:9/', apiToken: 'stored-token' };
      expect((await ask('POST', '/console/api/instances', { ...acme, config })).status).toBe(201);
      const moved = { ...acme, config: { url: 'http://127.0.0.2:9/' } };
      const { status, body } = await ask('PUT', '/console/api/instances/login', moved);
      expect(status).toBe(400);
      expect(Object.keys(body.error.fields)).toEqual(['apiToken']);
      const kept = { ...acme, title: 'y', config: { url: 'http://127.0.0.1:9/' } };
      expect((await ask('PUT', '/console/api/instances/login', kept)).status).toBe(200);
    });

    it('but keeps it where nothing of its way changes', async () => {
      await start();
      await ask('POST', '/console/api/instances', NEW);
      const edited = { ...NEW, config: { verifySign: '新', timeout: 5000, limits: 'aliyun' } };
      expect((await ask('PUT', '/console/api/instances/login', edited)).status).toBe(200);
      expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject(KEYS);
    });
  });

  it('goes the whole way: creates, sends, edits, sends again, deletes', async () => {
    await start();
    const created = await ask('POST', '/console/api/instances', NEW);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      name: 'login',
      origin: 'folder',
      editable: true,
      sign: '登录签名',
      key: 'LTAI5t****tKey',
      config: { verifySign: '登录签名' },
      secrets: ['accessKey', 'accessSecret'],
    });
    const sent = await ask('POST', '/console/api/instances/login/messages', LOGIN_CODE);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ code: 'OK', sentAt: expect.any(Number) as number });

    const edited = await ask('PUT', '/console/api/instances/login', {
      ...NEW,
      config: { verifySign: '新签名', timeout: 3000 },
    });
    expect(edited.status).toBe(200);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
      ...KEYS,
      verifySign: '新签名',
      timeout: 3000,
    });
    await ask('POST', '/console/api/instances/login/messages', LOGIN_CODE);
    expect(emulator.messages().map(({ signName }) => signName)).toEqual(['新签名', '登录签名']);

    const delivery = await ask('POST', '/console/api/instances/login/delivery', {
      outId: sent.body.outId,
      phone: '13800138000',
      sentAt: sent.body.sentAt,
    });
    expect(delivery.body).toEqual({ state: expect.stringMatching(/delivered|pending/) });

    const { body } = await ask('GET', '/console/api/sends');
    expect(body.sends).toMatchObject([
      { instance: 'login', outcome: 'accepted', to: '138****8000', template: 'SMS_123456789' },
      { instance: 'login', outcome: 'accepted' },
    ]);

    expect((await ask('DELETE', '/console/api/instances/login')).status).toBe(200);
    expect(existsSync(join(root, 'SMS', 'login'))).toBe(false);
    expect((await ask('POST', '/console/api/instances/login/messages', LOGIN_CODE)).status).toBe(
      404,
    );
  });

  it('keeps what it made over a restart', async () => {
    await start();
    await ask('POST', '/console/api/instances', NEW);
    await app!.close();
    await start();
    const { body } = await ask('GET', '/console/api/state');
    expect(body.instances).toMatchObject([{ name: 'default' }, { name: 'login', title: '登录' }]);
    expect((await ask('POST', '/console/api/instances/login/messages', LOGIN_CODE)).status).toBe(
      201,
    );
  });

  it('has every secret go in, and none come out', async () => {
    vi.stubEnv('SMS_TEST_KEY', KEYS.accessKey);
    await start();
    const secret = 'a-secret-that-nobody-may-see';
    const key = 'LTAI5tVeryOwnKey00000000';
    const config = {
      accessKey: key,
      accessSecret: secret,
      securityToken: `${secret}-token`,
      proxy: `http://user:${secret}@127.0.0.1:9`,
      verifySign: '签',
    };
    const responses = [
      await ask('POST', '/console/api/instances', { ...NEW, config }),
      await ask('POST', '/console/api/instances', { ...NEW, config }),
      await ask('GET', '/console/api/state'),
      await ask('GET', '/console/api/instances/login/health'),
      await ask('POST', '/console/api/instances/login/messages', LOGIN_CODE),
      await ask('GET', '/console/api/sends'),
      await ask('PUT', '/console/api/instances/login', { ...NEW, config: { timeout: -1 } }),
      await ask('PUT', '/console/api/instances/login', {
        ...NEW,
        config: { accessSecret: ` ${secret}` },
      }),
      await ask('GET', '/console'),
      await ask('DELETE', '/console/api/instances/login'),
    ];
    const all = responses
      .map(({ text, headers }) => text + JSON.stringify([...headers]))
      .join('\n');
    expect(all).not.toContain(secret);
    expect(all).not.toContain(key);
    expect(all).not.toContain('13800138000');
    expect(all).not.toContain('123456"');

    const placeholder = { ...KEYS, accessKey: '${SMS_TEST_KEY}', verifySign: '签' };
    const { body } = await ask('POST', '/console/api/instances', { ...NEW, config: placeholder });
    expect(body).toMatchObject({
      config: { accessKey: '${SMS_TEST_KEY}' },
      secrets: ['accessSecret'],
    });
  });

  it('removes a secret that is sent as null, and keeps one that is left out', async () => {
    await start();
    const config = { ...NEW.config, securityToken: 'token' };
    await ask('POST', '/console/api/instances', { ...NEW, config });
    const { body } = await ask('PUT', '/console/api/instances/login', {
      ...NEW,
      config: { verifySign: '签', securityToken: null },
    });
    expect(body.secrets).toEqual(['accessKey', 'accessSecret']);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ ...KEYS, verifySign: '签' });
  });

  it('reports the issues of a form by field', async () => {
    await start();
    const { status, body } = await ask('POST', '/console/api/instances', {
      ...NEW,
      config: { accessKey: 'a b', timeout: 'soon', acessSecret: 'x' },
    });
    expect(status).toBe(400);
    expect(body.error.fields).toMatchObject({
      accessKey: ['accessKey must be a non-empty string without spaces'],
      accessSecret: ['is missing'],
      timeout: [expect.stringMatching(/whole number of milliseconds/)],
      acessSecret: [expect.stringMatching(/did you mean accessSecret/)],
    });
    expect(existsSync(join(root, 'SMS'))).toBe(false);
  });

  it.each(['../x', '..', '__proto__', 'CON', 'x'.repeat(300), '😀', 'a/b', '', 'a b', 7, null])(
    'refuses the name %j',
    async (name) => {
      await start();
      const created = await ask('POST', '/console/api/instances', { ...NEW, name });
      expect(created.status).toBe(400);
      expect(existsSync(join(root, 'SMS'))).toBe(false);
      const path = `/console/api/instances/${encodeURIComponent(String(name))}`;
      expect((await ask('PUT', path, NEW)).status).toBeGreaterThanOrEqual(400);
      expect((await ask('DELETE', path)).status).toBeGreaterThanOrEqual(400);
      expect((await ask('POST', `${path}/messages`, LOGIN_CODE)).status).toBeGreaterThanOrEqual(
        400,
      );
    },
  );

  it.each([
    ['no object', '[]', 400],
    ['null', 'null', 400],
    ['a string', '"x"', 400],
    ['broken JSON', '{"name":', 400],
    ['an array for a configuration', JSON.stringify({ ...NEW, config: [] }), 400],
    ['a type nobody knows', JSON.stringify({ ...NEW, type: 'SMS.Nope' }), 400],
    ['a type that is no string', JSON.stringify({ ...NEW, type: { a: 1 } }), 400],
    [
      'a key that reaches for the prototype',
      JSON.stringify(NEW).replace('"verifySign"', '"__proto__":{"polluted":1},"verifySign"'),
      400,
    ],
    [
      'deeply nested JSON',
      JSON.stringify(NEW).replace(
        '"verifySign"',
        `"limits":${'['.repeat(9000)}${']'.repeat(9000)},"verifySign"`,
      ),
      400,
    ],
    ['a title that no file may hold', JSON.stringify({ ...NEW, title: 'x'.repeat(70_000) }), 400],
    ['a body without end', JSON.stringify({ ...NEW, title: 'x'.repeat(3_000_000) }), 413],
  ])('answers %s without falling over', async (_name, body, status) => {
    await start();
    const answer = await ask('POST', '/console/api/instances', body);
    expect(answer.status).toBe(status);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(existsSync(file())).toBe(false);
    expect((await ask('GET', '/console/api/state')).status).toBe(200);
  });

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another application of the same site', { 'sec-fetch-site': 'same-site' }],
    ['another origin, where the browser says no more', { origin: 'http://evil.example' }],
    [
      'another origin, which says it was forwarded',
      { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
    ['an opaque origin', { origin: 'null' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('refuses what %s posts', async (_name, headers: Record<string, string>) => {
    await start();
    const { status } = await ask('POST', '/console/api/instances', NEW, headers);
    expect([403, 415]).toContain(status);
    expect((await ask('GET', '/console/api/state')).body.instances).toHaveLength(1);
  });

  it('takes what its own page posts', async () => {
    await start();
    const headers = { 'sec-fetch-site': 'same-origin', origin };
    expect((await ask('POST', '/console/api/instances', NEW, headers)).status).toBe(201);
  });

  it('refuses host names that a name server may resolve to it, unless it has guards', async () => {
    await start();
    expect(await rawStatus(origin, '/console', 'evil.example')).toBe(403);
    expect(await rawStatus(origin, '/console/api/state', 'evil.example:3000')).toBe(403);
    expect(await rawStatus(origin, '/console', 'evillocalhost')).toBe(403);
    expect(await rawStatus(origin, '/console', 'localhost.:3000')).toBe(403);
    for (const host of ['localhost:3000', 'sms.localhost', '192.168.0.7:3000', '[fe80::1]']) {
      expect(await rawStatus(origin, '/console', host)).toBe(200);
    }
  });

  it('lets guards decide, which may inject', async () => {
    await start({ guards: [AdminGuard], imports: [DoormanModule] });
    const answer = await ask('GET', '/console/api/state');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: { code: 'http', values: { status: 401 }, message: 'Who are you?', issues: [] },
    });
    expect((await ask('GET', '/console')).status).toBe(401);
    expect((await ask('GET', '/console/assets/none.js')).status).toBe(401);
    expect((await ask('GET', '/console/api/state', undefined, { 'x-user': 'admin' })).status).toBe(
      200,
    );
    const posted = await ask('POST', '/console/api/instances', NEW, {
      'x-user': 'admin',
      origin: 'http://evil.example',
    });
    expect(posted.status).toBe(403);
  });

  it('refuses to be mounted in production without guards', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect((await rejectionOf(start())).message).toMatch(
      /NODE_ENV=production it needs guards: AliyunSmsConsoleModule\.forRoot\(\{ guards/,
    );
    app = undefined;
    await start({ guards: [AdminGuard], imports: [DoormanModule] });
  });

  it('changes nothing where it is read-only, but sends', async () => {
    await start({ readOnly: true });
    app!.get(SmsRegistry).register({ name: 'late' });
    expect((await ask('GET', '/console/api/state')).body).toMatchObject({
      readOnly: true,
      canCreate: false,
      instances: [{ editable: false }, { name: 'late', origin: 'runtime', editable: false }],
    });
    for (const [method, path] of [
      ['POST', ''],
      ['PUT', '/late'],
      ['DELETE', '/late'],
    ] as const) {
      expect((await ask(method, `/console/api/instances${path}`, NEW)).status).toBe(409);
    }
    expect((await ask('POST', '/console/api/instances/late/messages', LOGIN_CODE)).status).toBe(
      201,
    );
  });

  it('says what is needed where there are no element folders', async () => {
    await start({}, { elementsDir: undefined });
    const { status, body } = await ask('POST', '/console/api/instances', NEW);
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/give elementsDir to AliyunSmsModule\.forRoot/);
  });

  it('does not touch an instance of the code', async () => {
    await start();
    for (const method of ['PUT', 'DELETE']) {
      const { status, body } = await ask(method, '/console/api/instances/default', NEW);
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/not made of an element folder/);
    }
    const taken = await ask('POST', '/console/api/instances', { ...NEW, name: 'default' });
    expect(taken.status).toBe(409);
  });

  it('shows a refusal with what to do about it', async () => {
    await start();
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
    const refused = await ask('POST', '/console/api/instances/default/messages', LOGIN_CODE);
    expect(refused.status).toBe(502);
    expect(refused.body.error).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.AMOUNT_NOT_ENOUGH',
      remedy: { zh: expect.any(String) as string, en: expect.any(String) as string },
    });
    const invalid = await ask('POST', '/console/api/instances/default/messages', { phoneList: [] });
    expect(invalid.status).toBe(400);
    expect(Object.keys(invalid.body.error.fields)).toContain('phoneList');
    emulator.addFault({ effect: { type: 'reset' }, processed: true, count: 1 });
    const unknown = await ask('POST', '/console/api/instances/default/messages', LOGIN_CODE);
    expect(unknown.body.error).toMatchObject({
      code: 46003,
      outcome: 'unknown',
      outId: expect.any(String) as string,
    });
    const { sends } = (await ask('GET', '/console/api/sends')).body;
    expect(sends.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'unknown',
      'invalid',
      'refused',
    ]);
    expect(sends[2].remedy.zh).toBe(refused.body.error.remedy.zh);
  });

  it('shows health, templates and signatures through the account of the instance', async () => {
    await start();
    expect((await ask('GET', '/console/api/instances/default/health')).body).toMatchObject({
      status: 'up',
    });
    emulator.putSign({ signName: '审核中', state: 'reviewing' });
    expect((await ask('GET', '/console/api/instances/default/signs')).body).toMatchObject({
      total: 1,
      signs: [{ name: '审核中', state: 'reviewing' }],
    });
    expect(
      (await ask('GET', '/console/api/instances/default/templates?page=1')).body,
    ).toMatchObject({
      page: 1,
      templates: [
        { code: 'SMS_1', name: '验证码', content: '验证码${code}', kind: 0, state: 'approved' },
      ],
    });
    expect((await ask('GET', '/console/api/instances/default/templates?page=x')).status).toBe(400);
    app!.get(SmsRegistry).register({ name: 'wrong', accessKey: 'LTAI5tNobody', accessSecret: 'x' });
    expect((await ask('GET', '/console/api/instances/wrong/health')).body).toMatchObject({
      status: 'down',
      aliyunCode: 'InvalidAccessKeyId.NotFound',
      remedy: { zh: expect.any(String) as string },
    });
    expect((await ask('GET', '/console/api/instances/wrong/signs')).body.error).toMatchObject({
      aliyunCode: 'InvalidAccessKeyId.NotFound',
    });
  });
});
