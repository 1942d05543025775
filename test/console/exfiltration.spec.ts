import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { ConfigField, ProviderSms, type ProviderMessage, SmsType } from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AcmeSms } from '../../sample/src/acme-sms.js';
import { KEYS, LOGIN_CODE } from '../support/app.js';
import { ADAPTERS, useConsole } from './console-app.js';

const SECRET = 'a-secret-of-the-application';
const TOKEN = 'a-token-of-the-application';

/** A type of an application, whose fields do not bear the names that ours have. */
class RelayConfig {
  @ConfigField({ kind: 'text' })
  @IsString()
  region!: string;

  @ConfigField({ kind: 'json', required: false })
  @IsOptional()
  transport?: object;

  /** Not on the form: for the file or for code only. */
  @ConfigField({ codeOnly: true })
  @IsOptional()
  relay?: string;

  // Texts of which nothing is said are secrets, whatever their name.
  @IsOptional()
  gatewayPassword?: string;

  @IsOptional()
  entry?: string;
}

@SmsType('SMS.Relay', { config: RelayConfig, title: { en: 'Relay', zh: 'Relay' } })
class RelaySms extends ProviderSms<RelayConfig> {
  protected async deliver({ signal }: ProviderMessage) {
    const { region, relay, gatewayPassword, entry } = this.config;
    await this.fetch(`${relay ?? entry ?? region}/`, {
      method: 'POST',
      headers: { authorization: String(gatewayPassword) },
      signal,
    });
    return { bizId: '1' };
  }
}

describe.each(ADAPTERS)('a hostile user of the page on %s', (_, adapter) => {
  const used = useConsole(adapter);
  let thief: Server;
  let stolen: string[];
  let url: string;
  let logs: string[];

  beforeAll(async () => {
    thief = createServer((request, response) => {
      stolen.push(`${request.url} ${JSON.stringify(request.headers)}`);
      response.end('{"id":"1"}');
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => thief.close(resolve)));
  beforeEach(() => {
    stolen = [];
    logs = [];
  });

  async function start(): Promise<void> {
    vi.stubEnv('SMS_TEST_TOKEN', TOKEN);
    vi.stubEnv('SMS_TEST_SHORT', 'twelve-chars');
    vi.stubEnv('TEST_DB_PASSWORD', SECRET);
    const log = (...texts: unknown[]) => void logs.push(texts.map(String).join(' '));
    const logger: LoggerService = { log, warn: log, error: log };
    await used().start({ options: { types: [AcmeSms, RelaySms], logging: true }, logger });
  }

  /** Has each instance send and be asked for its health, and looks at everything that can be seen. */
  async function nothingCameOut(): Promise<void> {
    const { body, text } = await used().ask('GET', 'state');
    const seen = [text, ...logs];
    for (const { name } of body.instances as { name: string }[]) {
      const path = `instances/${encodeURIComponent(name)}`;
      seen.push((await used().ask('POST', `${path}/messages`, LOGIN_CODE)).text);
      for (const part of ['health', 'templates', 'signs']) {
        seen.push((await used().ask('GET', `${path}/${part}`)).text);
      }
    }
    seen.push((await used().ask('GET', 'sends')).text, ...logs);
    const all = [...seen, ...stolen].join('\n');
    for (const value of [SECRET, TOKEN, KEYS.accessSecret, 'twelve', 'stored']) {
      expect(all).not.toContain(value);
    }
    expect(stolen.join('\n')).not.toContain(KEYS.accessKey);
  }

  const aliyun = (config: object, name = 'mine') => ({ name, type: 'SMS.Aliyun', config });
  const refused = (answer: { status: number; body: { error?: { fields?: object } } }) => ({
    status: answer.status,
    fields: Object.keys(answer.body.error?.fields ?? {}),
  });

  it('does not get the account of the root by taking the key of an instance with an own address away', async () => {
    await start();
    const own = { accessKey: 'LTAI5tOfTheThief', accessSecret: 'known', endpoint: url };
    expect((await used().create(aliyun({ ...own, verifySign: 'x' }))).status).toBe(201);
    const config = { endpoint: url, verifySign: 'x', accessKey: null, accessSecret: null };
    expect(refused(await used().edit('mine', aliyun(config)))).toEqual({
      status: 400,
      fields: ['accessKey', 'accessSecret'],
    });
    await nothingCameOut();
  });

  it.each([
    ['a type with an address of its own', (to: string) => ({ url: to }), 'SMS.Acme', 'apiToken'],
    [
      'an endpoint',
      (to: string) => ({ endpoint: to, accessKey: 'LTAI5tOfTheThief', verifySign: 'x' }),
      'SMS.Aliyun',
      'accessSecret',
    ],
  ])('does not have a variable sent to %s', async (__, address, type, field) => {
    await start();
    const config = { ...address(url), [field]: '${SMS_TEST_TOKEN}' };
    const made = await used().create({ name: 'mine', type, config });
    expect(refused(made)).toEqual({ status: 400, fields: [field] });
    // Nor in two steps.
    const first = await used().create({
      name: 'mine',
      type,
      config: { ...config, [field]: 'known' },
    });
    expect(first.status).toBe(201);
    const second = await used().edit('mine', { type, config });
    expect(refused(second)).toEqual({ status: 400, fields: [field] });
    await nothingCameOut();
  });

  it('does not have a stored variable sent elsewhere by naming it once more', async () => {
    await start();
    await used().write(
      'acme',
      { url: 'http://127.0.0.1:9/', apiToken: '${SMS_TEST_TOKEN}' },
      'SMS.Acme',
    );
    await used().app!.close();
    await start();
    const config = { url, apiToken: '${SMS_TEST_TOKEN}' };
    const moved = await used().edit('acme', { type: 'SMS.Acme', config });
    expect(refused(moved)).toEqual({ status: 400, fields: ['apiToken'] });
    const kept = { url: 'http://127.0.0.1:9/', apiToken: '${SMS_TEST_TOKEN}' };
    expect((await used().edit('acme', { type: 'SMS.Acme', title: 'y', config: kept })).status).toBe(
      200,
    );
    await nothingCameOut();
  });

  it.each([
    ['the default chain of credentials', { credential: 'default' }],
    ['the account of the root, beside a token', { securityToken: 'x' }],
    ['half of an account', { accessKey: 'LTAI5tOfTheThief' }],
    ['the other half', { accessSecret: 'x' }],
    ['the account of the root, by null', { accessKey: null, accessSecret: null }],
    ['the account of the root, by empty texts', { accessKey: '', accessSecret: '' }],
  ])('does not have %s used at an address of their own', async (__, account) => {
    await start();
    for (const way of [{ endpoint: url }, { proxy: url }, { ca: '-----BEGIN CERTIFICATE-----' }]) {
      const made = await used().create(aliyun({ verifySign: 'x', ...way, ...account }));
      expect(made.status).toBe(400);
    }
    await nothingCameOut();
  });

  it.each([
    ['a region that is a part of the address', { region: 'URL' }],
    [
      'an address inside an object',
      { region: 'http://127.0.0.1:9', transport: { host: 'evil.example' } },
    ],
    ['a secret that is an address', { region: 'http://127.0.0.1:9', entry: 'URL' }],
    ['an option that is on no form', { region: 'http://127.0.0.1:9', relay: 'URL' }],
  ])('does not get a stored secret by %s', async (__, change) => {
    await used().write(
      'relay',
      { region: 'http://127.0.0.1:9', gatewayPassword: 'stored-password' },
      'SMS.Relay',
    );
    await start();
    const text = JSON.stringify({ type: 'SMS.Relay', config: change }).replace('URL', url);
    const answer = await used().edit('relay', text);
    expect(answer.status).toBe(400);
    expect(await readFile(used().file('relay'), 'utf8')).toContain('stored-password');
    expect(await readFile(used().file('relay'), 'utf8')).not.toContain('evil');
    await nothingCameOut();
  });

  it('reads no variable through an option that is on no form', async () => {
    await start();
    for (const config of [
      { region: 'x', relay: `${url}/\${TEST_DB_PASSWORD}` },
      { region: 'x', relay: '${SMS_TEST_TOKEN}' },
    ]) {
      const made = await used().create({ name: 'mine', type: 'SMS.Relay', config });
      expect(made.status).toBe(400);
      expect(refused(made).fields).toContain('relay');
    }
    const hooked = await used().create(aliyun({ ...KEYS, verifySign: 'x', hooks: [] }));
    expect(refused(hooked)).toEqual({ status: 400, fields: ['hooks'] });
    await nothingCameOut();
  });

  it('cannot keep a secret over a change of the type', async () => {
    await start();
    await used().write(
      'acme',
      { url: 'http://127.0.0.1:9/', apiToken: 'stored-token' },
      'SMS.Acme',
    );
    await used().app!.close();
    await start();
    const relay = { region: url, transport: { apiToken: '' } };
    expect((await used().edit('acme', { type: 'SMS.Relay', config: relay })).status).toBe(400);
    const failover = { instances: ['acme', 'default'] };
    expect((await used().edit('acme', { type: 'SMS.Failover', config: failover })).status).toBe(
      400,
    );
    const aliyunType = { ...aliyun({ endpoint: url, verifySign: 'x' }) };
    expect((await used().edit('acme', aliyunType)).status).toBe(400);
    const back = await used().edit('acme', aliyun({ verifySign: 'x' }));
    expect(back.status).toBe(200);
    expect(await readFile(used().file('acme'), 'utf8')).not.toContain('stored-token');
    await nothingCameOut();
  });

  it('shows the variable of a key, and nothing of its value', async () => {
    await start();
    const config = {
      accessKey: '${SMS_TEST_SHORT}',
      accessSecret: '${SMS_TEST_TOKEN}',
      verifySign: 'x',
    };
    const made = await used().create(aliyun(config));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ key: '${SMS_TEST_SHORT}', secrets: [] });
    await nothingCameOut();
  });

  it.each(['${TEST_DB_PASSWORD}', '${SMS_TEST_TOKEN}'])(
    'has %s refused as a title',
    async (title) => {
      await start();
      const made = await used().create({ ...aliyun({ ...KEYS, verifySign: 'x' }), title });
      expect(made.status).toBe(400);
      await nothingCameOut();
    },
  );

  it('has other fields of e.json and of a body change nothing', async () => {
    await start();
    const more = {
      backendBundleEntry: '/etc',
      origin: 'code',
      editable: true,
      version: 'x',
      path: '/etc',
    };
    const made = await used().create({ ...aliyun({ ...KEYS, verifySign: 'x' }), ...more });
    expect(made.status).toBe(201);
    expect(JSON.parse(await readFile(used().file('mine', 'e.json'), 'utf8'))).toEqual({
      title: 'mine',
      type: 'SMS.Aliyun',
      backendBundleEntry: '.',
    });
    const edited = await used().edit('mine', { ...aliyun({ verifySign: 'y' }), name: 'default' });
    expect(edited.body.name).toBe('mine');
    for (const key of ['name', 'title', 'type']) {
      const config = { ...KEYS, verifySign: 'x', [key]: 'SMS.Acme' };
      expect((await used().edit('mine', aliyun(config))).status).toBe(400);
    }
  });

  it.each([
    ['upper case', 'LOGIN'],
    ['a decomposed accent', 'cafe\u0301'],
    ['a compatibility letter', 'lo\u200bgin'],
    ['a long s', 'me\u017fsage'],
    ['the Kelvin sign', '\u212aey'],
    ['a name of the prototype', 'constructor'],
    ['a path', '..%2flogin'],
    ['an encoded path', '..\\login'],
    ['a dot folder', '.login'],
  ])('gets no second instance by %s', async (__, name) => {
    await start();
    const { length } = (await used().ask('GET', 'state')).body.instances;
    for (const taken of ['login', 'caf\u00e9', 'message', 'key']) {
      await used().create(aliyun({ ...KEYS, verifySign: 'x' }, taken));
    }
    const made = await used().create(aliyun({ ...KEYS, verifySign: 'x' }, name));
    expect([400, 409]).toContain(made.status);
    expect((await used().ask('GET', 'state')).body.instances).toHaveLength(length + 4);
  });

  it('does not overwrite a folder that is there without an instance', async () => {
    await start();
    await mkdir(join(used().root, 'SMS', 'mine'), { recursive: true });
    await writeFile(used().file('mine'), '{ "accessSecret": "stored-secret" }');
    const made = await used().create(aliyun({ ...KEYS, verifySign: 'x' }));
    expect(made.status).toBe(409);
    expect(await readFile(used().file('mine'), 'utf8')).toContain('stored-secret');
    await nothingCameOut();
  });

  it('reads no secret in the issues of a form, nor in a conflict', async () => {
    await start();
    await used().write('kept', { ...KEYS, accessSecret: 'stored-secret', verifySign: 'x' });
    await used().app!.close();
    await start();
    const bodies = [
      await used().edit('kept', aliyun({ verifySign: '【x】', timeout: -1 })),
      await used().edit('kept', aliyun({ accessKey: 'a b', verifySign: 'x' })),
      await used().edit('kept', aliyun({ verifySign: 'x' }, 'kept')),
      await used().ask('PUT', 'instances/kept', aliyun({ verifySign: 'x' }), { 'if-match': 'old' }),
      await used().create(aliyun({ verifySign: 'x' }, 'kept')),
    ];
    expect(bodies.map(({ status }) => status)).toEqual([400, 400, 200, 409, 409]);
    for (const { text } of bodies) expect(text).not.toMatch(/stored|test-secret/);
    await nothingCameOut();
  });
});
