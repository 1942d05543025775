import { inspect } from 'node:util';
import { Global, Injectable, Inject, Module } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import {
  AliyunSms,
  type AliyunSmsConfig,
  AliyunSmsModule,
  type AliyunSmsOptions,
  getSmsToken,
  InjectSms,
  type SendMessageResult,
  Sms,
  SmsContext,
  type SmsMessage,
  SmsRegistry,
  SmsType,
  ProviderSms,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

@Injectable()
class SignDirectory {
  signFor(phone: string): string {
    return phone.startsWith('852') || phone.startsWith('+852') ? 'Hong Kong' : '内地';
  }
}

@Global()
@Module({ providers: [SignDirectory], exports: [SignDirectory] })
class SignModule {}

@Module({ providers: [SignDirectory], exports: [SignDirectory] })
class LocalSignModule {}

/** By property, which leaves the constructor alone. */
@SmsType('SMS.Aliyun')
class SignByRecipientSms extends AliyunSms {
  @Inject(SignDirectory) private readonly signs!: SignDirectory;

  override sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    const verifySign = this.signs.signFor(message.phoneList[0]!);
    return super.sendMessage({ ...message, verifySign });
  }
}

/** By constructor. */
@SmsType('SMS.Signing')
class SigningSms extends AliyunSms {
  constructor(
    private readonly signs: SignDirectory,
    context: SmsContext<AliyunSmsConfig>,
  ) {
    super(context);
  }

  override sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    return super.sendMessage({ ...message, verifySign: this.signs.signFor(message.phoneList[0]!) });
  }
}

class PaperConfig {
  @IsString()
  @IsNotEmpty()
  apiToken!: string;

  @IsInt()
  @Min(1)
  @Max(5)
  copies!: number;

  @IsOptional()
  @IsString()
  colour?: string;
}

@SmsType('SMS.Paper', { config: PaperConfig })
class PaperSms extends Sms {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly #config: PaperConfig;

  constructor({ name, title, type, config }: SmsContext<PaperConfig>) {
    super();
    this.name = name;
    this.title = title;
    this.type = type;
    this.#config = config;
  }

  sendMessage(): Promise<SendMessageResult> {
    const bizId = `${this.#config.copies} copies`;
    return Promise.resolve({ code: 'OK', message: 'OK', bizId, requestId: '', outId: '' });
  }
}

// The configurations here are wrong on purpose: what is known of each type is its name.
declare module 'nestjs-aliyun-sms' {
  interface SmsTypeOptionsMap {
    'SMS.Signing': AliyunSmsOptions;
    'SMS.Paper': Record<string, unknown>;
    'SMS.Nested': Record<string, unknown>;
    'SMS.Plain': Record<string, unknown>;
    'SMS.Broken': Record<string, unknown>;
  }
}

describe('types', () => {
  let emulator: AliyunSmsEmulator;
  let options: AliyunSmsOptions;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    options = { ...KEYS, endpoint: emulator.url, logging: false, verifySign: '根' };
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const signs = () => emulator.messages().map(({ signName }) => signName);

  it('injects a replaced SMS.Aliyun everywhere, with what it injects itself', async () => {
    @Injectable()
    class Login {
      constructor(
        @InjectSms() readonly fallback: AliyunSms,
        @InjectSms('login') readonly sms: AliyunSms,
      ) {}
    }
    @Module({
      imports: [AliyunSmsModule.forFeature({ name: 'login', verifySign: '登录' })],
      providers: [Login],
    })
    class LoginModule {}
    const app = await boot(
      { module: LoginModule },
      { module: SignModule },
      AliyunSmsModule.forRoot({ ...options, types: [SignByRecipientSms] }),
    );
    const { sms, fallback } = app.get(Login);
    for (const each of [sms, fallback, app.get<AliyunSms>(getSmsToken('login'))]) {
      expect(each).toBeInstanceOf(SignByRecipientSms);
      expect(each).toBeInstanceOf(Sms);
      expect(each.type).toBe('SMS.Aliyun');
    }
    await sms.sendMessage(LOGIN_CODE);
    await app
      .get(SmsRegistry)
      .register({ name: 'late', verifySign: '晚' })
      .sendMessage({ ...LOGIN_CODE, phoneList: ['+85251234567'] });
    expect(signs()).toEqual(['Hong Kong', '内地']);
    await app.close();
  });

  it('gives a type what its constructor asks for, out of the imports of forRoot', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, imports: [LocalSignModule], types: [SigningSms] }),
      AliyunSmsModule.forFeature([{ name: 'a', type: 'SMS.Signing' }, { name: 'b' }]),
    );
    const registry = app.get(SmsRegistry);
    expect(registry.get('a')).toBeInstanceOf(SigningSms);
    expect(registry.get('b')).not.toBeInstanceOf(SigningSms);
    await registry.get('a').sendMessage(LOGIN_CODE);
    await registry.get('b').sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['根', '内地']);
    await app.close();
  });

  it('adds a type with a configuration of its own, which inherits nothing of the account', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, types: [PaperSms] }),
      AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Paper', apiToken: 'x', copies: 2 }),
    );
    const paper = app.get(SmsRegistry).getElement('SMS.p', PaperSms);
    expect(await paper.sendMessage()).toMatchObject({ bizId: '2 copies' });
    expect(Object.entries(paper)).toEqual([
      ['name', 'p'],
      ['title', 'p'],
      ['type', 'SMS.Paper'],
    ]);
    await app.close();
  });

  it('takes the instances of forFeatureAsync as of another type too', async () => {
    const app = await boot(
      AliyunSmsModule.forRootAsync({ types: [PaperSms], useFactory: () => ({ ...options }) }),
      AliyunSmsModule.forFeatureAsync({
        name: 'p',
        type: 'SMS.Paper',
        useFactory: () => ({ apiToken: 'x', copies: 3 }),
      }),
    );
    expect(app.get(SmsRegistry).get('p')).toBeInstanceOf(PaperSms);
    await app.close();
  });

  it('refuses a bad configuration at bootstrap with every violation', async () => {
    const error = await rejectionOf(
      boot(
        AliyunSmsModule.forRoot({ ...options, types: [PaperSms] }),
        AliyunSmsModule.forFeature({
          name: 'p',
          type: 'SMS.Paper',
          copies: 9,
          couler: 'red',
          colour: 7,
        }),
      ),
    );
    expect(error.name).toBe('SmsConfigurationError');
    for (const text of [
      /apiToken must be a string/,
      /copies must not be greater than 5/,
      /colour must be a string/,
      /couler is no option of this type: (did you mean colour|there are)/,
    ]) {
      expect(error.message).toMatch(text);
    }
  });

  it('checks the objects in a configuration by their own class', async () => {
    class Gateway {
      @IsString()
      host!: string;

      @IsInt()
      port!: number;
    }
    class NestedConfig {
      @ValidateNested()
      @Type(() => Gateway)
      gateway!: Gateway;
    }
    @SmsType('SMS.Nested', { config: NestedConfig })
    class NestedSms extends ProviderSms<NestedConfig> {
      protected deliver() {
        const { gateway } = this.config;
        return Promise.resolve({ bizId: `${gateway instanceof Gateway} ${gateway.host}` });
      }
    }
    const start = (gateway: object) =>
      boot(
        AliyunSmsModule.forRoot({ ...options, types: [NestedSms] }),
        AliyunSmsModule.forFeature({ name: 'n', type: 'SMS.Nested', gateway }),
      );
    const app = await start({ host: 'a', port: 1 });
    const { bizId } = await app.get(SmsRegistry).get('n').sendMessage(LOGIN_CODE);
    expect(bizId).toBe('true a');
    await app.close();
    const { message } = await rejectionOf(start({ host: 5, port: 'x' }));
    expect(message).toMatch(/gateway\.host must be a string/);
    expect(message).toMatch(/gateway\.port must be an integer/);
  });

  it('makes a type that was compiled without metadata', async () => {
    class Plain extends ProviderSms {
      protected deliver() {
        return Promise.resolve({ bizId: this.name });
      }
    }
    SmsType('SMS.Plain')(Plain);
    const app = await boot(
      AliyunSmsModule.forRoot({ ...options, types: [Plain] }),
      AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Plain' }),
    );
    const result = await app.get(SmsRegistry).get('p').sendMessage(LOGIN_CODE);
    expect(result).toMatchObject({ bizId: 'p' });
    await app.close();
  });

  it.each([
    [
      'a type whose constructor throws',
      () => {
        @SmsType('SMS.Broken')
        class BrokenSms extends ProviderSms {
          constructor(context: SmsContext) {
            super(context);
            throw new TypeError('a-secret-in-its-text');
          }
          protected deliver() {
            return Promise.resolve({ bizId: '1' });
          }
        }
        return [
          AliyunSmsModule.forRoot({ ...options, types: [BrokenSms] }),
          AliyunSmsModule.forFeature({ name: 'b', type: 'SMS.Broken' }),
        ];
      },
      /"b" cannot be used:\n- its type SMS\.Broken threw TypeError at [\w.-]+:\d+ when/,
    ],
    [
      'a class that is not there yet',
      () => [AliyunSmsModule.forRoot({ ...options, types: [undefined as never] })],
      /holds undefined in place of a class: do two files import each other\?/,
    ],
    [
      'an option that nobody knows',
      () => [
        AliyunSmsModule.forRoot(options),
        AliyunSmsModule.forFeature({ name: 'a', acessKey: 'LTAI5tTypo' } as never),
      ],
      /acessKey is no option of this type: did you mean accessKey\?/,
    ],
    [
      'an unknown type',
      () => [
        AliyunSmsModule.forRoot({ ...options, types: [PaperSms] }),
        AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Papre' } as never),
      ],
      /"SMS\.Papre" is no type.*SMS\.Aliyun, SMS\.Failover, SMS\.Paper.*forRoot\(\{ types \}\)/s,
    ],
    [
      'a class that is no type',
      () => [AliyunSmsModule.forRoot({ ...options, types: [SignDirectory as never] })],
      /SignDirectory .*@SmsType\('SMS\.SignDirectory'\)/,
    ],
    [
      'two types of one name',
      () => {
        @SmsType('SMS.Paper')
        class Other extends PaperSms {}
        return [AliyunSmsModule.forRoot({ ...options, types: [PaperSms, Other] })];
      },
      /PaperSms and Other are both called SMS\.Paper/,
    ],
    [
      'a type whose dependency is not there',
      () => [AliyunSmsModule.forRoot({ ...options, types: [SigningSms] })],
      /SigningSms.*SignDirectory/s,
    ],
  ])('stops at bootstrap for %s', async (_, imports, message) => {
    const error = await rejectionOf(boot(...imports()));
    expect(error.message).toMatch(message);
  });

  it.each(['Paper', 'SMS.', 'SMS.a.b', 'SMS.Meta', 'sms.Paper'])(
    'refuses %s for the name of a type',
    (name) => {
      expect(() => SmsType(name)).toThrow(/cannot be called .*@SmsType\('SMS\.MyVendor'\)/);
    },
  );

  it('describes its types as forms, with what must not be shown', async () => {
    const app = await boot(AliyunSmsModule.forRoot({ ...options, types: [PaperSms] }));
    const types = app.get(SmsRegistry).types();
    expect(types.map(({ name }) => name)).toEqual(['SMS.Aliyun', 'SMS.Failover', 'SMS.Paper']);
    expect(types[2]!.fields).toMatchObject([
      { name: 'apiToken', kind: 'secret', required: true },
      { name: 'copies', kind: 'number', required: true, min: 1, max: 5 },
      { name: 'colour', kind: 'secret', required: false },
    ]);
    const kinds = Object.fromEntries(types[0]!.fields.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({ accessKey: 'key', accessSecret: 'secret', verifySign: 'text' });
    expect(kinds).not.toHaveProperty('hooks');
    await app.close();
  });

  it('requires in a form what forRoot does not give', async () => {
    const requiredWith = async (root: AliyunSmsOptions) => {
      const app = await boot(AliyunSmsModule.forRoot(root));
      const [aliyun] = app.get(SmsRegistry).types();
      await app.close();
      return aliyun!.fields.filter(({ required }) => required).map(({ name }) => name);
    };
    expect(await requiredWith({})).toEqual(['accessKey', 'accessSecret', 'verifySign']);
    expect(await requiredWith(KEYS)).toEqual(['verifySign']);
    expect(await requiredWith(options)).toEqual([]);
  });

  it('lists its instances without a secret', async () => {
    const app = await boot(
      AliyunSmsModule.forRoot({
        ...options,
        types: [PaperSms],
        proxy: 'http://u:pass-w@127.0.0.1:1',
      }),
      AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Paper', apiToken: 'tok-3n', copies: 1 }),
    );
    const registry = app.get(SmsRegistry);
    const list = registry.list();
    expect(list).toMatchObject([
      {
        name: 'default',
        type: 'SMS.Aliyun',
        origin: 'code',
        config: { values: { accessKey: 'LTAI5t****tKey' } },
      },
      { name: 'p', config: { values: { copies: 1 }, secrets: ['apiToken'] } },
    ]);
    const all =
      JSON.stringify(list) + inspect(list) + inspect(registry, { depth: 9, showHidden: false });
    const shown =
      all + inspect(registry.get('p'), { depth: 9 }) + JSON.stringify(registry.get('p'));
    for (const secret of [KEYS.accessSecret, 'tok-3n', 'pass-w'])
      expect(shown).not.toContain(secret);
    await app.close();
  });

  it('can be written as JSON, and loads no SDK for it', async () => {
    const app = await boot(AliyunSmsModule.forRoot(options));
    const text = JSON.stringify(app.get<AliyunSms>(getSmsToken()));
    expect(JSON.parse(text)).toMatchObject({ name: 'default', type: 'SMS.Aliyun' });
    await app.close();
  });

  it('lets a test put its spy on an injected instance', async () => {
    const app = await boot(AliyunSmsModule.forRoot(options));
    const sms = app.get<AliyunSms>(getSmsToken());
    await sms.sendMessage(LOGIN_CODE);
    emulator.reset();
    const spy = vi.spyOn(sms, 'sendMessage').mockResolvedValue({} as SendMessageResult);
    await app.get(SmsRegistry).get().sendMessage(LOGIN_CODE);
    // oxlint-disable-next-line typescript/unbound-method -- the form in which tests are written
    expect(sms.sendMessage).toHaveBeenCalledWith(LOGIN_CODE);
    spy.mockRestore();
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['根']);
    await app.close();
  });
});
