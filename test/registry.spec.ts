import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { AliyunSms, AliyunSmsModule, FailoverSms, Sms, SmsRegistry } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { boot, KEYS, rejectionOf } from './support/app.js';

const ROOT = { ...KEYS, verifySign: '某某科技', logging: false };
const FEATURES = [
  { name: 'login' },
  { name: 'both', type: 'SMS.Failover' as const, instances: ['default', 'login'] },
];

describe('the registry and its types', () => {
  let app: INestApplicationContext;
  afterEach(() => app?.close());

  async function start(options: object = {}) {
    app = await boot(
      AliyunSmsModule.forRoot({ ...ROOT, ...options }),
      AliyunSmsModule.forFeature(FEATURES),
    );
    return app.get(SmsRegistry);
  }

  it('gives an instance of the class that is asked for', async () => {
    const registry = await start();
    expect(registry.get('login', AliyunSms)).toBe(registry.get('login'));
    expect(registry.get('both', FailoverSms)).toBe(registry.get('both'));
    expect(registry.get('both', Sms)).toBe(registry.get('both'));
    expect(registry.getElement('SMS.both', FailoverSms)).toBe(registry.get('both'));
    expect(await registry.load('both', FailoverSms)).toBe(registry.get('both'));
  });

  it('throws for an instance of another class, and says of which it is', async () => {
    const registry = await start();
    const text = /"both" is of the type SMS\.Failover, not of SMS\.Aliyun: leave/;
    expect(() => registry.get('both', AliyunSms)).toThrow(text);
    expect(() => registry.getElement('SMS.both', AliyunSms)).toThrow(text);
    await expect(registry.load('both', AliyunSms)).rejects.toThrow(text);
    expect(() => registry.get('both', AliyunSms)).toThrow(
      expect.objectContaining({
        name: 'SmsTypeError',
        issues: [{ code: 'invalid', text: expect.anything() }],
      }),
    );
  });

  it('injects the default instance by its class', async () => {
    @Injectable()
    class Login {
      constructor(readonly sms: AliyunSms) {}
    }
    @Module({ providers: [Login] })
    class LoginModule {}
    app = await boot(
      { module: LoginModule },
      AliyunSmsModule.forRoot({ ...ROOT, name: 'main' }),
      AliyunSmsModule.forFeature({ name: 'other' }),
    );
    const { sms } = app.get(Login);
    expect(sms.name).toBe('main');
    expect(sms).toBe(app.get(SmsRegistry).get('main'));
  });

  it('follows with the class token what takes the place of the default instance', async () => {
    const registry = await start();
    const sms = app.get(AliyunSms);
    registry.replace({ ...ROOT, name: 'default', title: '新' });
    expect(sms.title).toBe('新');
  });

  it.each([
    [{ limit: 'aliyun' }, /limit is no option of this type: did you mean limits\?/],
    [
      { accessKeyId: 'LTAI5t', signName: '某' },
      /accessKeyId is no option.*\n.*signName is no option/,
    ],
    [{ shutdownGrace: -1 }, /shutdownGrace must be a whole number of milliseconds/],
    [{ resolve: 'a' }, /resolve must be a function/],
    [{ idleTimeout: 0 }, /idleTimeout must be a whole number from 1/],
  ])('refuses %j in the root, also where a factory gives it', async (options, text) => {
    await expect(start(options)).rejects.toThrow(text);
    const useFactory = () => ({ ...ROOT, ...options }) as never;
    const error = await rejectionOf(boot(AliyunSmsModule.forRootAsync({ useFactory })));
    expect(error.message).toMatch(text);
  });

  it.each(['shutdownGrace', 'resolve', 'idleTimeout'])(
    'refuses %s in a feature, where nobody would read it',
    async (option) => {
      const value = option === 'resolve' ? () => undefined : 7;
      const feature = { name: 'a', [option]: value } as never;
      const booting = boot(AliyunSmsModule.forRoot(ROOT), AliyunSmsModule.forFeature(feature));
      await expect(booting).rejects.toThrow(`${option} is no option of this type`);
    },
  );

  it.each([[undefined], [null], ['options'], [7], [[]], [() => ({})]])(
    'names the factory that gives %o in place of options',
    async (given) => {
      const useFactory = () => given as never;
      for (const [method, booting] of [
        ['forRootAsync', boot(AliyunSmsModule.forRootAsync({ useFactory }))],
        [
          'forFeatureAsync',
          boot(
            AliyunSmsModule.forRoot(ROOT),
            AliyunSmsModule.forFeatureAsync({ name: 'a', useFactory }),
          ),
        ],
      ] as const) {
        const error = await rejectionOf(booting);
        expect(error).toMatchObject({
          name: 'SmsAsyncOptionsError',
          issues: [{ code: 'missing' }],
        });
        expect(error.message).toMatch(
          new RegExp(`^AliyunSmsModule\\.${method} .*return an object`),
        );
      }
    },
  );

  it('names what is missing where nothing is given at all', async () => {
    const nothing = undefined as never;
    await expect(boot(AliyunSmsModule.forRoot(nothing))).resolves.toBeDefined();
    expect(() => AliyunSmsModule.forRootAsync(nothing)).toThrow(/forRootAsync got no options/);
    expect(() => AliyunSmsModule.forFeatureAsync({ name: 'a' })).toThrow(/got no options/);
  });

  it('takes options of any type in the root', async () => {
    await expect(
      start({ cooldown: 5, weights: undefined, limit: undefined }),
    ).resolves.toBeDefined();
  });

  it('lists the issues of a configuration with codes and options', async () => {
    const feature = { name: 'a', timout: 5, timeout: -1, verifySign: undefined } as never;
    const booting = boot(
      AliyunSmsModule.forRoot({ logging: false }),
      AliyunSmsModule.forFeature(feature),
    );
    expect(await rejectionOf(booting)).toMatchObject({
      name: 'SmsConfigurationError',
      instance: 'a',
      issues: [
        { code: 'missing', option: 'accessKey' },
        { code: 'missing', option: 'accessSecret' },
        { code: 'missing', option: 'verifySign' },
        { code: 'unknown-option', option: 'timout' },
        { code: 'invalid', option: 'timeout' },
      ],
    });
  });
});
