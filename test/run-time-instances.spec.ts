import { inspect } from 'node:util';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  getSmsToken,
  Sms,
  type SmsInstanceChange,
  SmsRegistry,
  type SmsInstanceOptions,
  SmsRequestException,
  type SmsResolver,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';
import { endsWithin } from './support/thread.js';

// So that a socket is closed by who has no use for it any more, and not by its age.
const KEPT_OPEN = { 'content-type': 'application/json', 'keep-alive': 'timeout=600' };

const UNKNOWN = {
  code: 46003,
  outcome: 'not-sent',
  reason: 'unknown-instance',
  repeat: 'no',
} as const;

describe('instances at run time', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;
  let registry: SmsRegistry;
  let changes: SmsInstanceChange[];

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => emulator.reset());
  afterEach(() => app?.close());
  afterAll(() => emulator.close());

  async function start(options: Partial<AliyunSmsRootOptions> = {}) {
    app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        endpoint: emulator.url,
        logging: false,
        verifySign: '根',
        ...options,
      }),
      AliyunSmsModule.forFeature({ name: 'login', verifySign: '旧' }),
    );
    registry = app.get(SmsRegistry);
    changes = [];
    registry.onChange((change) => changes.push(change));
  }
  const signs = () => emulator.messages().map(({ signName }) => signName);
  const injected = () => app.get<AliyunSms>(getSmsToken('login'));

  describe('replace', () => {
    it('changes what was injected before', async () => {
      await start();
      const sms = injected();
      // oxlint-disable-next-line typescript/unbound-method -- it is the point of this line
      const held = sms.sendMessage;
      registry.replace({ name: 'login', title: '新', verifySign: '新' });
      await sms.sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['新']);
      expect(sms.title).toBe('新');
      expect(registry.get('login')).toBe(sms);
      expect(changes).toEqual([{ name: 'login', kind: 'replaced', origin: 'runtime' }]);
      // A method that somebody holds is that of the former one, which still works.
      await held(LOGIN_CODE);
      expect(signs()).toEqual(['旧', '新']);
    });

    it('lets the former one finish what it is sending, then closes its connections', async () => {
      const answers: (() => void)[] = [];
      const server = await startMisbehavingServer((socket) => {
        answers.push(() => respond(socket, 200, ACCEPTED, KEPT_OPEN));
      });
      await start();
      const other = { accessKey: 'LTAI5tFormer', accessSecret: 'x', verifySign: '旧' };
      registry.replace({ name: 'login', endpoint: server.url, ...other });
      const sending = injected().sendMessage(LOGIN_CODE);
      await vi.waitFor(() => expect(answers).toHaveLength(1));
      registry.replace({ name: 'login', verifySign: '新' });
      await injected().sendMessage(LOGIN_CODE);
      answers[0]!();
      expect(await sending).toMatchObject({ code: 'OK' });
      await server.idle();
      await server.close();
    });

    it('ends with the application what goes on in one that is gone', async () => {
      const server = await startMisbehavingServer((socket) =>
        respond(socket, 200, ACCEPTED, KEPT_OPEN),
      );
      await start();
      const other = { accessKey: 'LTAI5tGone', accessSecret: 'x', verifySign: 'x' };
      registry.register({ name: 'gone', endpoint: server.url, ...other });
      const gone = registry.get('gone', AliyunSms);
      const messages = Array.from({ length: 20 }, (_, i) => ({ ...LOGIN_CODE, outId: `o${i}` }));
      const outcomes: string[] = [];
      for await (const { outcome } of gone.sendMessages(messages, { concurrency: 1 })) {
        outcomes.push(outcome);
        if (outcomes.length === 5) registry.unregister('gone');
        if (outcomes.length === 10) await app.close();
      }
      const sent = outcomes.filter((outcome) => outcome === 'accepted').length;
      expect(server.requests).toHaveLength(sent);
      expect(sent).toBeLessThan(15);
      expect(outcomes.at(-1)).toBe('not-sent');
      await server.idle();
      await server.close();
    });

    it('leaves the former one in service where the new settings cannot work', async () => {
      await start();
      expect(() => registry.replace({ name: 'login', timeout: 0 })).toThrow(/timeout must be/);
      await injected().sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['旧']);
      expect(changes).toEqual([]);
    });

    it('may change the type, and a bulk send that has begun goes on', async () => {
      await start();
      registry.register({ name: 'spare' });
      const results: string[] = [];
      for await (const { outcome } of injected().sendMessages(
        Array.from({ length: 30 }, (_, i) => ({
          ...LOGIN_CODE,
          outId: `o${i}`,
        })),
        { concurrency: 1 },
      )) {
        results.push(outcome);
        if (results.length === 1) {
          registry.replace({
            name: 'login',
            type: 'SMS.Failover',
            instances: ['default', 'spare'],
          });
        }
      }
      expect(new Set(results)).toEqual(new Set(['accepted']));
      expect(new Set(signs())).toEqual(new Set(['旧']));
      expect(injected()).not.toBeInstanceOf(AliyunSms);
      expect(injected()).toBeInstanceOf(Sms);
      await injected().sendMessage(LOGIN_CODE);
      expect(signs()[0]).toBe('根');
    });

    it('refuses a name that is not there, and options that nobody knows', async () => {
      await start();
      expect(() => registry.replace({ name: 'nobody' })).toThrow(/no SMS instance "nobody"/);
      expect(() => registry.replace({ name: 'login', timeOut: 1 } as SmsInstanceOptions)).toThrow(
        /timeOut is no option of this type: did you mean timeout\?/,
      );
    });
  });

  it('rejects where the instance was taken out, and works where it is back', async () => {
    await start();
    const sms = injected();
    registry.unregister('login');
    const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ ...UNKNOWN, instance: 'login' });
    expect(error.message).toMatch(/no SMS instance "login"/);
    expect(error.message).not.toContain('default');
    expect(() => sms.client).toThrow(/no SMS instance "login"/);
    registry.register({ name: 'login', verifySign: '回' });
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['回']);
    expect(changes.map(({ kind }) => kind)).toEqual(['unregistered', 'registered']);
  });

  it('goes on where a listener throws', async () => {
    await start();
    const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const stop = registry.onChange(() => {
      throw new RangeError('13800138000');
    });
    registry.register({ name: 'late' });
    expect(registry.has('late')).toBe(true);
    expect(String(warn.mock.calls)).toMatch(/listener of onChange threw RangeError/);
    stop();
    registry.unregister('late');
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('has all sends observed, also those of instances to come', async () => {
    await start();
    const seen: string[] = [];
    const stop = registry.observe({ onResult: ({ instance }) => void seen.push(instance) });
    await injected().sendMessage(LOGIN_CODE);
    await registry.register({ name: 'late' }).sendMessage(LOGIN_CODE);
    stop();
    await injected().sendMessage(LOGIN_CODE);
    expect(seen).toEqual(['login', 'late']);
  });

  it.each([
    '../x',
    '__proto__',
    'constructor',
    'CON',
    'x'.repeat(300),
    '😀',
    'a\nb',
    ' a',
    'a\u202e',
  ])('takes no harm from the name %j, and registers nothing under it', async (name) => {
    await start();
    expect(() => registry.get(name)).toThrow(/There is no SMS instance/);
    expect(() => registry.getElement(name)).toThrow(/There is no SMS instance/);
    expect(() => registry.register({ name })).toThrow(/name cannot be used, the name /);
    expect(registry.unregister(name)).toBe(false);
    expect(() => registry.get(name)).toThrow(/There is no SMS instance/);
    expect(changes).toEqual([]);
  });

  it('shows of a name that is not there neither its whole length nor what is invisible', async () => {
    await start();
    const name = `a\n\u202e${'x'.repeat(50_000)}`;
    const error = await rejectionOf(Promise.resolve().then(() => registry.get(name)));
    expect(error).toMatchObject(UNKNOWN);
    expect(error).toBeInstanceOf(SmsRequestException);
    expect(JSON.stringify(error).length).toBeLessThan(1000);
    expect(error.message).not.toMatch(/[\n\u202e]/);
  });

  it.each(['', ' ', 7, undefined])('refuses %j for a name', async (name) => {
    await start();
    expect(() => registry.register({ name } as never)).toThrow(/name must be a non-empty string/);
    expect(() => registry.get((name as never) ?? '')).toThrow(/There is no SMS instance/);
  });

  describe('tenants', () => {
    const tenant: SmsResolver = (name) =>
      Promise.resolve(name.startsWith('t') ? { name, verifySign: name } : undefined);

    it('loads an instance at its first use, once for all who ask', async () => {
      const resolve = vi.fn<typeof tenant>(tenant);
      await start({ resolve });
      const one = registry.get('t1');
      await Promise.all([one.sendMessage(LOGIN_CODE), registry.get('t1').sendMessage(LOGIN_CODE)]);
      const loaded = await registry.load('t1');
      expect(loaded).toBeInstanceOf(AliyunSms);
      expect(loaded.title).toBe('t1');
      await registry.getElement('SMS.t2').sendMessage(LOGIN_CODE);
      expect(resolve.mock.calls).toEqual([['t1'], ['t2']]);
      expect(signs()).toEqual(['t2', 't1', 't1']);
      expect(changes.map(({ name, origin }) => `${name} ${origin}`)).toEqual([
        't1 resolver',
        't2 resolver',
      ]);
    });

    it('says that nobody knows the name, and asks again the next time', async () => {
      const resolve = vi.fn<typeof tenant>(tenant);
      await start({ resolve });
      expect(await rejectionOf(registry.load('x'))).toMatchObject(UNKNOWN);
      const sms = registry.get('x');
      const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({ ...UNKNOWN, instance: 'x' });
      expect(() => registry.get('x', AliyunSms).client).toThrow(/registry\.load\(name\)/);
      expect(inspect(sms)).toBe('SmsInstance { x }');
      expect(resolve).toHaveBeenCalledTimes(2);
      expect(registry.names()).toEqual(['default', 'login']);
    });

    it('proves that nothing was sent where the resolver fails, and shows none of its text', async () => {
      await start({ resolve: () => Promise.reject(new TypeError('secret-of-the-database')) });
      const error = await rejectionOf(registry.get('t1').sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({
        code: 46003,
        outcome: 'not-sent',
        reason: 'configuration',
        instance: 't1',
      });
      expect(error.message).toMatch(/"t1" could not be loaded: resolve threw TypeError/);
      expect(inspect(error)).not.toContain('secret-of-the-database');
    });

    it('says what is wrong with what the resolver gives', async () => {
      await start({ resolve: (name) => ({ name, timeout: -1 }) });
      const error = await rejectionOf(registry.load('t1'));
      expect(error.message).toMatch(/"t1" cannot be used:\n- timeout must be/);
    });

    it.each([5, true, 'x', {}, () => ({}), Object.create({ verifySign: '签' }), { name: 't1' }])(
      'sends nothing on the account of the root where the resolver gives %o',
      async (garbage) => {
        await start({ resolve: () => garbage as never });
        const error = await rejectionOf(registry.get('t1').sendMessage(LOGIN_CODE));
        expect(error.message).toMatch(/resolve gave no options: return an object/);
        expect(signs()).toEqual([]);
      },
    );

    it('takes a row of a database, with further columns and empty ones', async () => {
      const row = { id: 7, name: 't1', title: null, securityToken: null, verifySign: '行' };
      await start({ resolve: () => row as never });
      await registry.get('t1').sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['行']);
    });

    it('does not wait for ever for a resolver, and asks it again', async () => {
      let isSilent = true;
      await start({
        timeout: 50,
        resolve: (name) => (isSilent ? new Promise(() => {}) : tenant(name)),
      });
      const sms = registry.get('t1');
      expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
        outcome: 'not-sent',
        reason: 'deadline',
        message: expect.stringMatching(/resolve did not answer within 50 ms/) as string,
      });
      isSilent = false;
      await sms.sendMessage(LOGIN_CODE).catch(() => {});
      await vi.waitFor(() => expect(registry.has('t1')).toBe(true));
    });

    it.each(['sendMessage', 'findMessage', 'ping'] as const)(
      'ends the wait of %s for a silent resolver with its caller, while others wait on',
      async (method) => {
        let answer = () => {};
        const asked = new Promise<void>((done) => (answer = done));
        await start({
          timeout: 20_000,
          resolve: async (name) => {
            await asked;
            return { name, verifySign: name };
          },
        });
        const sms = registry.get('t1');
        const other = sms.sendMessage(LOGIN_CODE);
        const controller = new AbortController();
        const { signal } = controller;
        const query = { outId: 'mine', phone: '13800138000', sentAt: Date.now() };
        const given = { ...LOGIN_CODE, ...query, signal } as never;
        const work = rejectionOf(Promise.resolve(sms[method]!(given)));
        controller.abort();
        expect(await work).toMatchObject({
          code: 46003,
          outcome: 'not-sent',
          reason: 'aborted',
          instance: 't1',
        });
        answer();
        await other;
        expect(signs()).toEqual(['t1']);
      },
    );

    it.each(['sendMessage', 'findMessage', 'ping'] as const)(
      'counts the wait for the resolver against the time of %s',
      async (method) => {
        const server = await startMisbehavingServer(() => {});
        const resolve: SmsResolver = async (name) => {
          await new Promise((done) => setTimeout(done, 400));
          return { name, verifySign: name, endpoint: server.url };
        };
        await start({ timeout: 1_500, resolve });
        const query = { outId: 'o', phone: '13800138000', sentAt: Date.now() };
        const sms = registry.get('t1');
        const work = {
          sendMessage: () => sms.sendMessage(LOGIN_CODE),
          findMessage: () => sms.findMessage!(query),
          ping: () => sms.ping!(),
        }[method]();
        const ending = rejectionOf(work);
        // 400 ms and 1,500 ms one after the other would be 1,900 ms.
        expect(await endsWithin(1_800, ending)).toBe(true);
        expect(await ending).toMatchObject({ outcome: 'unknown', reason: 'deadline' });
        expect(server.requests).toHaveLength(1);
        await server.close();
      },
    );

    it('waits no longer for a resolver than a ping may take', async () => {
      await start({ timeout: 20_000, resolve: () => new Promise(() => {}) });
      const error = await rejectionOf(registry.get('t1').ping!({ timeout: 200 }));
      expect(error).toMatchObject({ outcome: 'not-sent', reason: 'deadline' });
      expect(error.message).toMatch(/resolve did not answer within 200 ms/);
    });

    it('drops who is idle with all connections, and loads again', { timeout: 60_000 }, async () => {
      const server = await countingServer();
      const resolve = vi.fn<SmsResolver>((name) => ({
        name,
        accessKey: `LTAI5t${name}`,
        accessSecret: `secret-of-${name}`,
        verifySign: name,
        endpoint: server.url,
        telemetry: false,
      }));
      await start({ resolve, idleTimeout: 300 });
      const names = Array.from({ length: 1000 }, (_, i) => `t${i}`);
      const held = registry.get('t0');
      await Promise.all(names.map((name) => registry.get(name).sendMessage(LOGIN_CODE)));
      expect(server.requests).toHaveLength(1000);
      await vi.waitFor(() => expect(registry.names()).toEqual(['default', 'login']), 20_000);
      await server.idle();
      expect(changes.filter(({ kind }) => kind === 'unregistered')).toHaveLength(1000);
      await held.sendMessage(LOGIN_CODE);
      expect(resolve).toHaveBeenCalledTimes(1001);
      await app.close();
      await server.close();
    });

    it('keeps who sends in bulk', async () => {
      await start({ resolve: tenant, idleTimeout: 200 });
      const sms = await registry.load('t1', AliyunSms);
      const messages = Array.from({ length: 300 }, (_, i) => ({ ...LOGIN_CODE, outId: `o${i}` }));
      const until = performance.now() + 600;
      for await (const { outcome } of sms.sendMessages(messages, { perSecond: 450 })) {
        expect(outcome).toBe('accepted');
      }
      expect(performance.now()).toBeGreaterThan(until);
      expect(changes).toEqual([{ name: 't1', kind: 'registered', origin: 'resolver' }]);
    });

    it('keeps who is in use', async () => {
      await start({ resolve: tenant, idleTimeout: 200 });
      await registry.load('t1');
      const until = performance.now() + 600;
      while (performance.now() < until) await registry.get('t1').sendMessage(LOGIN_CODE);
      expect(changes).toEqual([{ name: 't1', kind: 'registered', origin: 'resolver' }]);
    });
  });

  function countingServer(): Promise<MisbehavingServer> {
    return startMisbehavingServer((socket) => respond(socket, 200, ACCEPTED, KEPT_OPEN));
  }
});
