import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SmsRegistry } from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../support/app.js';
import { ADAPTERS, useConsole } from './console-app.js';

const NEW = {
  name: 'login',
  title: '登录',
  type: 'SMS.Aliyun',
  config: { ...KEYS, verifySign: '登录签名' },
};
const MESSAGE = {
  phoneList: ['13800138000'],
  params: { code: '482913' },
  verifyTemplateCode: 'SMS_1',
};

describe.each(ADAPTERS)('the answers of the console on %s', (_, adapter) => {
  const used = useConsole(adapter);

  describe('an error has a code and the values of its text', () => {
    it.each([
      ['a taken name', NEW, { code: 'name-taken', values: { name: 'login' } }],
      [
        'a name with a space',
        { ...NEW, name: '我的 1' },
        { code: 'invalid-name', values: { reason: 'characters', maxCharacters: 64 } },
      ],
      [
        'plain http',
        { ...NEW, name: 'a', config: { ...NEW.config, endpoint: 'http://example.com' } },
        { code: 'plain-http', issues: [{ field: 'endpoint' }] },
      ],
      [
        'a variable that is not allowed',
        { ...NEW, name: 'a', config: { ...NEW.config, accessSecret: '${HOME}' } },
        {
          code: 'variable-not-allowed',
          values: { variables: ['ALIBABA_CLOUD_*', 'ALIYUN_*', 'SMS_*'] },
          issues: [{ field: 'accessSecret' }],
        },
      ],
      [
        'a misspelt option',
        { ...NEW, name: 'a', config: { ...NEW.config, endpiont: 'x' } },
        { code: 'unknown-option', issues: [{ field: 'endpiont', values: { meant: 'endpoint' } }] },
      ],
      [
        'a number out of its range',
        { ...NEW, name: 'a', config: { ...NEW.config, timeout: 600_001 } },
        { code: 'whole-number', values: { min: 1, max: 600_000 }, issues: [{ field: 'timeout' }] },
      ],
      [
        'two mistakes in the limits',
        { ...NEW, name: 'a', config: { ...NEW.config, limits: { code: 1, kind: 'x' } } },
        {
          code: 'invalid',
          issues: [
            {
              code: 'unknown-option',
              field: 'limits',
              values: { path: 'limits.code', known: expect.arrayContaining(['windows']) },
            },
            { code: 'one-of', values: { path: 'limits.kind' } },
          ],
        },
      ],
      [
        'a body without a type',
        { name: 'a' },
        { code: 'body-property', values: { field: 'type', expected: 'text' } },
      ],
      ['a title that is null', { ...NEW, name: 'a', title: null }, { code: 'body-property' }],
    ])('%s', async (_name, body, error) => {
      const app = used();
      await app.start();
      await app.create(NEW);
      const answer = await app.create(body);
      expect(answer.body.error).toMatchObject({ message: expect.any(String), ...error });
    });

    it('an address of which the stored secrets know nothing', async () => {
      const app = used();
      await app.start();
      await app.create(NEW);
      const { body } = await app.edit('login', {
        ...NEW,
        config: { verifySign: '登录签名', endpoint: 'https://example.com' },
      });
      expect(body.error).toMatchObject({
        code: 'address-needs-secrets',
        values: { address: 'endpoint' },
      });
    });

    it('46001 with each violation, 46002 and 46003', async () => {
      const app = used();
      await app.start();
      const send = (message: unknown) => app.ask('POST', 'instances/default/messages', message);
      expect((await send({ ...MESSAGE, phoneList: ['x'], oops: 1 })).body.error).toMatchObject({
        code: 46001,
        issues: [
          { code: 'phone-numbers', field: 'phoneList', values: { places: ['1'], count: 1 } },
          { code: 'unknown-property', field: 'oops', values: {} },
        ],
      });
      app.emulator.addFault({
        effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' },
        count: 1,
      });
      expect((await send(MESSAGE)).body.error).toMatchObject({
        code: 46002,
        values: { aliyunCode: 'isv.AMOUNT_NOT_ENOUGH', outcome: 'refused' },
      });
      app
        .app!.get(SmsRegistry)
        .register({ name: 'deaf', ...KEYS, endpoint: '127.0.0.1:1', retry: false });
      const dead = await app.ask('POST', 'instances/deaf/messages', MESSAGE);
      expect(dead.body.error).toMatchObject({
        code: 46003,
        values: { reason: 'connect', outcome: 'not-sent' },
      });
    });
  });

  it('says where sends go, without asking Aliyun or an address that is not of this machine', async () => {
    const asked: string[] = [];
    const other = createServer(({ url }, response) => {
      asked.push(url!);
      response.end('{"status":"ok"}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = (other.address() as AddressInfo).port;
    const app = used();
    await app.start();
    const registry = app.app!.get(SmsRegistry);
    registry.register({ name: 'real', endpoint: 'dysmsapi.aliyuncs.com' });
    registry.register({ name: 'far', endpoint: 'https://sms.example.com' });
    registry.register({ name: 'near', endpoint: `http://127.0.0.1:${port}` });
    registry.register({ name: 'both', type: 'SMS.Failover', instances: ['real', 'far'] });
    const destination = async (name: string) => (await app.instance(name)).destination;
    expect(await destination('default')).toEqual({ kind: 'emulator', inbox: app.emulator.url });
    expect(await destination('real')).toEqual({ kind: 'aliyun', host: 'dysmsapi.aliyuncs.com' });
    expect(await destination('far')).toEqual({ kind: 'other', host: 'sms.example.com' });
    expect(await destination('near')).toEqual({ kind: 'other', host: `127.0.0.1:${port}` });
    expect(await destination('both')).toBeNull();
    // Once: the answer is kept for a while.
    expect(asked).toEqual(['/_emulator/health']);
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });

  it('links a message to the inbox, with the parts that it is billed as', async () => {
    const app = used();
    await app.start();
    const send = async (code: string) =>
      (await app.ask('POST', 'instances/default/messages', { ...MESSAGE, params: { code } })).body;
    // Of an unknown template the emulator shows the values: 【根】code: and the value.
    expect(await send('1'.repeat(61))).toMatchObject({
      parts: 1,
      destination: { kind: 'emulator' },
      links: [{ phone: '13800138000', url: `${app.emulator.url}/#/to/13800138000` }],
    });
    expect(await send('1'.repeat(62))).toMatchObject({ parts: 2 });
  });

  describe('sends', () => {
    it('are searched, filtered and paged, and hold no number in clear and no value', async () => {
      const app = used();
      await app.start();
      for (const phone of ['13800138000', '13900139000', '13700137000']) {
        await app.ask('POST', 'instances/default/messages', { ...MESSAGE, phoneList: [phone] });
      }
      app.emulator.addFault({
        effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' },
        count: 1,
      });
      await app.ask('POST', 'instances/default/messages', MESSAGE);
      const list = async (query: string) => (await app.ask('GET', `sends?${query}`)).body;

      const all = await list('');
      expect(all).toMatchObject({ total: 4, kept: 4, next: null });
      expect(all.sends[0]).toMatchObject({
        outcome: 'refused',
        request: { template: 'SMS_1', sign: '根', params: ['code'], to: '138****8000' },
        answer: { aliyunCode: 'isv.AMOUNT_NOT_ENOUGH', bizId: null },
        receipts: [],
      });
      expect(JSON.stringify(all)).not.toMatch(/482913|13800138000|13900139000/);
      expect((await list('outcome=refused')).total).toBe(1);
      expect((await list('text=amount+SMS_1')).total).toBe(1);
      expect((await list('text=13900139000')).sends).toHaveLength(1);
      expect((await list('template=SMS_2')).total).toBe(0);
      expect((await list('instance=default')).total).toBe(4);

      const first = await list('limit=3');
      expect(first).toMatchObject({ total: 4, next: first.sends[2].id });
      // A send that comes in between moves nothing.
      await app.ask('POST', 'instances/default/messages', MESSAGE);
      const second = await list(`limit=3&before=${first.next}`);
      expect(second.sends.map(({ id }: { id: string }) => id)).toEqual([all.sends[3].id]);
      expect(second.next).toBeNull();
      expect((await list('before=nothing-1')).sends).toEqual([]);
    });

    it.each(['limit=0', 'limit=201', 'limit=x', 'outcome=toString', 'text=a&text=b'])(
      'refuse the query %s',
      async (query) => {
        const app = used();
        await app.start();
        const answer = await app.ask('GET', `sends?${query}`);
        expect(answer.status).toBe(400);
        expect(answer.body.error).toMatchObject({
          code: 'query-parameter',
          values: { parameter: query.split('=')[0] },
        });
      },
    );
  });

  it('describes limits, repeats and the members of a failover as fields', async () => {
    const app = used();
    await app.start();
    const { types } = (await app.ask('GET', 'state')).body;
    const field = (type: string, name: string) =>
      types
        .find((each: { name: string }) => each.name === type)
        .fields.find((each: { name: string }) => each.name === name);
    expect(field('SMS.Aliyun', 'limits')).toMatchObject({
      kind: 'choice',
      alternatives: [
        { constant: 'aliyun' },
        {
          field: {
            kind: 'rows',
            fields: [{ name: 'limit' }, { name: 'windowMs' }, { name: 'by' }],
          },
        },
        { field: { kind: 'group' } },
      ],
    });
    expect(field('SMS.Aliyun', 'retry').alternatives[1].field.fields).toMatchObject([
      { name: 'attempts', kind: 'number', default: 3, min: 1 },
      { name: 'baseDelay' },
      { name: 'maxDelay' },
    ]);
    expect(field('SMS.Failover', 'instances').kind).toBe('instances');
    expect(field('SMS.Failover', 'weights')).toMatchObject({
      kind: 'map',
      keys: { kind: 'instances' },
      values: { kind: 'number' },
    });
    expect(JSON.stringify(types)).not.toContain('"json"');
  });
});
