import { Injectable, Module } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type AliyunSmsOptions,
  type AliyunSmsOptionsFactory,
  getSmsToken,
  InjectSms,
  Sms,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCEPTED, respond, startMisbehavingServer } from './support/misbehaving-server.js';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

@Injectable()
class LoginService {
  constructor(
    @InjectSms() readonly fallback: AliyunSms,
    @InjectSms('login') readonly sms: AliyunSms,
  ) {}
}

describe('registration', () => {
  let emulator: AliyunSmsEmulator;
  let options: AliyunSmsOptions;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    options = { ...KEYS, endpoint: emulator.url, logging: false, verifySign: '根' };
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const signs = () => emulator.messages().map(({ signName }) => signName);

  it.each(['root first', 'root last'])('inherits from the root, %s', async (order) => {
    @Module({
      imports: [AliyunSmsModule.forFeature([{ name: 'login', verifySign: '登录' }])],
      providers: [LoginService],
    })
    class LoginModule {}
    const root = AliyunSmsModule.forRoot(options);
    const feature = { module: LoginModule };
    const app = await (order === 'root first' ? boot(root, feature) : boot(feature, root));

    const { sms, fallback } = app.get(LoginService);
    expect(sms).toBeInstanceOf(Sms);
    await sms.sendMessage(LOGIN_CODE);
    await fallback.sendMessage(LOGIN_CODE);
    expect(signs().sort()).toEqual(['根', '登录'].sort());
    await app.close();
  });

  describe('takes key, secret and signature without what is invisible at their ends', () => {
    const untidy = () => ({
      ...options,
      accessKey: `\ufeff${KEYS.accessKey} `,
      accessSecret: `${KEYS.accessSecret}\r\n`,
      verifySign: '某某\u200b\n',
    });
    const ways: [string, () => unknown[], string][] = [
      ['forRoot', () => [AliyunSmsModule.forRoot(untidy())], 'default'],
      [
        'forRootAsync',
        () => [AliyunSmsModule.forRootAsync({ useFactory: () => untidy() })],
        'default',
      ],
      ['forFeature', () => [AliyunSmsModule.forFeature({ name: 'a', ...untidy() })], 'a'],
      [
        'forRoot, inherited',
        () => [AliyunSmsModule.forRoot(untidy()), AliyunSmsModule.forFeature({ name: 'a' })],
        'a',
      ],
      [
        'resolve',
        () => [AliyunSmsModule.forRoot({ endpoint: options.endpoint!, resolve: () => untidy() })],
        'tenant',
      ],
    ];
    it.each(ways)('in %s', async (_, imports, name) => {
      const app = await boot(...(imports() as Parameters<typeof boot>));
      const registry = app.get(SmsRegistry);
      const sms = name === 'default' ? registry.get() : await registry.load(name);
      await sms.sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['某某']);
      await app.close();
    });

    it('from a provider of credentials', async () => {
      const credential = {
        getCredential: () =>
          Promise.resolve({
            accessKeyId: `${KEYS.accessKey}\n`,
            accessKeySecret: `${KEYS.accessSecret}\n`,
          }),
      };
      const { endpoint, verifySign } = options;
      const app = await boot(AliyunSmsModule.forRoot({ endpoint, verifySign, credential }));
      await app.get<AliyunSms>(getSmsToken()).sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['根']);
      await app.close();
    });
  });

  it.each([
    [{ accessSecret: 'ab\ncd' }, /accessSecret must be .*a line break inside/],
    [{ accessKey: 'ab\u200bcd' }, /accessKey must be .*an invisible character inside/],
    [{ accessKey: 'ab cd' }, /accessKey must be a non-empty string without spaces/],
    [{ securityToken: '密钥' }, /securityToken must be .*a character that is not ASCII/],
    [{ accessKey: '\n' }, /accessKey must be a non-empty string/],
    [{ verifySign: '【某】' }, /verifySign must be without the brackets 【】/],
    [{ verifySign: '某\n某' }, /verifySign must not have a line break inside/],
    [{ verifySign: '\u200b' }, /verifySign must not be empty/],
  ])('stops at bootstrap with the reason for %j', async (change, message) => {
    const error = await rejectionOf(boot(AliyunSmsModule.forRoot({ ...options, ...change })));
    expect(error.message).toMatch(message);
  });

  it('works without a root where an instance is complete in itself', async () => {
    const app = await boot(AliyunSmsModule.forFeature({ name: 'alone', ...options }));
    await app.get<AliyunSms>(getSmsToken('alone')).sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['根']);
    await app.close();
  });

  @Injectable()
  class OptionsFactory implements AliyunSmsOptionsFactory {
    createAliyunSmsOptions() {
      return Promise.resolve(options);
    }
  }
  @Module({ providers: [OptionsFactory], exports: [OptionsFactory] })
  class OptionsModule {}

  it.each([
    ['useFactory', { useFactory: async () => options }],
    [
      'useFactory with inject and extraProviders',
      {
        extraProviders: [{ provide: 'SIGN', useValue: '附' }],
        inject: ['SIGN'],
        useFactory: (verifySign: string) => ({ ...options, verifySign }),
      },
    ],
    ['useClass', { useClass: OptionsFactory }],
    ['useExisting', { imports: [OptionsModule], useExisting: OptionsFactory }],
  ])('takes root and feature from %s', async (_, source) => {
    const app = await boot(
      AliyunSmsModule.forRootAsync(source),
      AliyunSmsModule.forFeatureAsync([{ name: 'login', ...source }]),
    );
    await app.get(SmsRegistry).get().sendMessage(LOGIN_CODE);
    await app.get(SmsRegistry).get('login').sendMessage(LOGIN_CODE);
    expect(signs()).toHaveLength(2);
    await app.close();
  });

  it('keeps two applications in one process apart', async () => {
    const one = await boot(
      AliyunSmsModule.forRoot(options),
      AliyunSmsModule.forFeature({ name: 'a' }),
    );
    const two = await boot(
      AliyunSmsModule.forRoot({ ...options, verifySign: '二' }),
      AliyunSmsModule.forFeature({ name: 'a' }),
    );
    await one.close();
    await two.get(SmsRegistry).get('a').sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['二']);
    expect(one.get(SmsRegistry)).not.toBe(two.get(SmsRegistry));
    await two.close();
  });

  it('lets an instance have an account of its own', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, accessKey: 'LTAI5tOther', accessSecret: 'other' }),
      AliyunSmsModule.forFeature({ name: 'own', ...KEYS }),
    );
    await app.get(SmsRegistry).get('own').sendMessage(LOGIN_CODE);
    await expect(app.get(SmsRegistry).get().sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      aliyunCode: 'InvalidAccessKeyId.NotFound',
    });
    await app.close();
  });

  it('takes credentials from a provider on every call', async () => {
    let asked = 0;
    const credential = {
      getCredential: async () => {
        asked++;
        return { accessKeyId: KEYS.accessKey, accessKeySecret: KEYS.accessSecret };
      },
    };
    const { accessKey: _, accessSecret: __, ...rest } = options;
    const app = await boot(AliyunSmsModule.forRoot({ ...rest, credential }));
    const sms = app.get(SmsRegistry).get();
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage(LOGIN_CODE);
    expect(asked).toBe(2);
    await app.close();
  });

  it('registers and unregisters at run time', async () => {
    const app = await boot(AliyunSmsModule.forRoot(options));
    const registry = app.get(SmsRegistry);
    await registry.register({ name: 'late', verifySign: '晚' }).sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['晚']);
    expect(registry.names()).toEqual(['default', 'late']);
    expect(registry.unregister('late')).toBe(true);
    expect(registry.names()).toEqual(['default']);
    await app.close();
  });

  const { accessSecret: _, ...withoutSecret } = KEYS;
  it.each([
    [
      'a name registered twice',
      () => [
        AliyunSmsModule.forRoot(options),
        AliyunSmsModule.forFeature([{ name: 'login' }]),
        AliyunSmsModule.forFeature([{ name: 'login' }]),
      ],
      'SmsInstanceExistsError',
      /"login" is registered twice.*name of its own/,
    ],
    [
      'forRoot imported twice',
      () => [
        AliyunSmsModule.forRoot(options),
        AliyunSmsModule.forRoot({ ...options, name: 'second' }),
      ],
      'SmsConfigurationError',
      /forRoot is imported twice/,
    ],
    [
      'a feature without a root',
      () => [AliyunSmsModule.forFeature([{ name: 'login' }])],
      'SmsConfigurationError',
      /"login".*accessKey, accessSecret, verifySign are missing: .*forRoot/s,
    ],
    [
      'a feature without a sign',
      () => [
        AliyunSmsModule.forRoot({ ...options, verifySign: undefined }),
        AliyunSmsModule.forFeature([{ name: 'login' }]),
      ],
      'SmsConfigurationError',
      /"login".*verifySign is missing/s,
    ],
    [
      'a key without its secret',
      () => [AliyunSmsModule.forRoot({ ...withoutSecret })],
      'SmsConfigurationError',
      /accessSecret is missing/,
    ],
    [
      'a key that would pair with the secret of the root',
      () => [
        AliyunSmsModule.forRoot(options),
        AliyunSmsModule.forFeature([{ name: 'login', accessKey: 'LTAI5tOther' }]),
      ],
      'SmsConfigurationError',
      /"login".*accessSecret is missing/s,
    ],
    [
      'an unset environment variable',
      () => [
        AliyunSmsModule.forRoot({ accessKey: undefined, accessSecret: undefined, verifySign: 'x' }),
      ],
      'SmsConfigurationError',
      /accessKey and accessSecret are missing.*environment variable/,
    ],
    [
      'plain http to another host',
      () => [AliyunSmsModule.forRoot({ ...options, endpoint: 'http://dysmsapi.aliyuncs.com' })],
      'SmsConfigurationError',
      /plain http.*use https/,
    ],
    [
      'an endpoint with a path',
      () => [AliyunSmsModule.forRoot({ ...options, endpoint: 'https://x.cn/path?q' })],
      'SmsConfigurationError',
      /endpoint is not a host/,
    ],
    [
      'several faults at once',
      () => [
        AliyunSmsModule.forRoot({
          ...options,
          timeout: 0,
          connections: 1.5,
          verifySign: '【某某】',
        }),
      ],
      'SmsConfigurationError',
      /timeout must be.*connections must be.*|verifySign must be/s,
    ],
  ])('stops at bootstrap for %s', async (_, imports, name, message) => {
    const error = await rejectionOf(boot(...imports()));
    expect(error.name).toBe(name);
    expect(error.message).toMatch(message);
  });

  it('stops where an async method is told no source', () => {
    expect(() => AliyunSmsModule.forRootAsync({})).toThrow(
      /forRootAsync got no options: give one of useFactory/,
    );
    expect(() => AliyunSmsModule.forFeatureAsync({ name: 'login' })).toThrow(
      /forFeatureAsync got no options/,
    );
  });

  it('names the instance that is asked for and is not there, and no other one', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot(options),
      AliyunSmsModule.forFeature({ name: 'login' }),
    );
    const registry = app.get(SmsRegistry);
    expect(() => registry.get('logn')).toThrow(/no SMS instance "logn"/);
    expect(() => registry.get('logn')).not.toThrow(/default|login/);
    expect(() => registry.getElement('SMS.logn')).toThrow(/no SMS instance "SMS\.logn"/);
    expect(() => registry.getElement('login')).toThrow(/no SMS instance "login"/);
    await app.close();
  });

  it('makes a root that only lends its settings, whose own instance says what it lacks', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot({ endpoint: emulator.url, logging: false }),
      AliyunSmsModule.forFeature({ name: 'own', ...KEYS, verifySign: '己', logging: false }),
    );
    await app.get(SmsRegistry).get('own').sendMessage(LOGIN_CODE);
    const error = await rejectionOf(
      app
        .get(SmsRegistry)
        .get()
        .sendMessage({ ...LOGIN_CODE, verifySign: 'x' }),
    );
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'credentials' });
    expect(error.message).toMatch(/has no account: give accessKey/);
    await app.close();
  });

  it('asks for a sign where neither the message nor the instance has one', async () => {
    const app = await boot(AliyunSmsModule.forRoot({ ...options, verifySign: undefined }));
    await expect(app.get(SmsRegistry).get().sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      code: 46001,
      violations: { verifySign: [expect.stringMatching(/^is missing/)] },
    });
    await app.close();
  });

  it('shares connections between the instances of an account, and not between accounts', async () => {
    const server = await startMisbehavingServer((socket) => respond(socket, 200, ACCEPTED));
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, endpoint: server.url, connections: 1 }),
      AliyunSmsModule.forFeature([{ name: 'a' }, { name: 'b' }]),
      AliyunSmsModule.forFeature({ name: 'other', accessKey: 'LTAI5tOther', accessSecret: 'x' }),
    );
    const registry = app.get(SmsRegistry);
    for (const name of ['a', 'b', 'default']) await registry.get(name).sendMessage(LOGIN_CODE);
    expect(server.connections()).toBe(1);
    await registry.get('other').sendMessage(LOGIN_CODE);
    expect(server.connections()).toBe(2);
    await app.close();
    await server.close();
  });

  it('opens no more connections than allowed, however many calls wait', async () => {
    const server = await startMisbehavingServer((socket) => respond(socket, 200, ACCEPTED));
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, endpoint: server.url, connections: 4 }),
    );
    const sms = app.get(SmsRegistry).get();
    await Promise.all(Array.from({ length: 200 }, () => sms.sendMessage(LOGIN_CODE)));
    expect(server.requests).toHaveLength(200);
    expect(server.connections()).toBe(4);
    await app.close();
    await server.close();
  });
});
