import { inspect } from 'node:util';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  isSmsException,
  ProviderSms,
  type ProviderResult,
  SmsContext,
  type SmsMessage,
  SmsRegistry,
  SmsRejectedException,
  SmsType,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const NOT_SENT = { code: 46003, outcome: 'not-sent' };

const LEAK = 'password-of-13900139000';

class LeakyError extends Error {
  override get message(): string {
    throw new Error(LEAK);
  }
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const trap = (): never => {
  throw new Error(LEAK);
};

/** What code of an application may throw. Made anew, since a test may change it. */
const THROWN: [string, () => unknown][] = [
  ['null', () => null],
  ['undefined', () => undefined],
  ['a text', () => LEAK],
  ['a number', () => 13900139000],
  ['a symbol', () => Symbol(LEAK)],
  ['an error', () => new TypeError(LEAK)],
  [
    'an error whose name is a text',
    () => Object.assign(new Error(LEAK), { name: LEAK, code: LEAK }),
  ],
  [
    'a frozen object',
    () => Object.freeze({ message: LEAK, name: LEAK, stack: `\n at ${LEAK}:1:1` }),
  ],
  ['a frozen error', () => Object.freeze(new Error(LEAK))],
  ['an error with a line like one of a stack', () => new Error(`x\n    at 13900139000.js:1:1`)],
  ['an error whose text throws', () => new LeakyError()],
  [
    'an object whose properties throw',
    () => new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap }),
  ],
  ['an object that has every property', () => new Proxy({}, { has: () => true, get: () => LEAK })],
  ['a revoked proxy', revoked],
  ['a function', () => trap],
];

/** What code of an application may return in place of an object. */
const RETURNED: [string, () => unknown][] = [
  [
    'a getter that throws',
    () => Object.defineProperty({}, 'verifySign', { enumerable: true, get: trap }),
  ],
  [
    'a getter deep inside that throws',
    () => ({
      limits: Object.defineProperty({}, 'windows', { enumerable: true, get: trap }),
      verifySign: '签',
    }),
  ],
  ['a proxy that throws', () => new Proxy({}, { get: trap, ownKeys: trap })],
  ['a revoked proxy', revoked],
];

describe('code of the application that throws or returns something odd', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext | undefined;
  let logs: string[];

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => {
    emulator.reset();
    logs = [];
    for (const level of ['log', 'warn', 'error'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((text) => void logs.push(String(text)));
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await app?.close();
    app = undefined;
  });
  afterAll(() => emulator.close());

  async function start(options: Partial<AliyunSmsRootOptions> = {}): Promise<SmsRegistry> {
    app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        endpoint: emulator.url,
        verifySign: '某某科技',
        ...options,
      }),
    );
    return app.get(SmsRegistry);
  }

  function expectQuiet(error: unknown): void {
    const shown = `${inspect(error)} ${String(error)} ${JSON.stringify(error)} ${logs.join('\n')}`;
    expect(shown).not.toMatch(/password-of|13900139000/);
  }

  /** What a send ended in, of which nothing leaked and by which nothing was sent. */
  async function endOf(work: Promise<unknown>): Promise<Error> {
    const error = await rejectionOf(work);
    expect(isSmsException(error)).toBe(true);
    expectQuiet(error);
    expect(emulator.messages()).toEqual([]);
    return error;
  }

  describe.each(THROWN)('%s', (_, make) => {
    it('of resolve', async () => {
      const registry = await start({ resolve: () => Promise.reject(make()) });
      expect(await endOf(registry.get('t1').sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
      const error = await rejectionOf(registry.load('t1'));
      expect(error.message).toMatch(/^The configuration of SMS instance "t1" could not be loaded/);
      expectQuiet(error);
    });

    it('of a credential provider', async () => {
      const credential = { getCredential: () => Promise.reject(make()) };
      const registry = await start({ accessKey: undefined, accessSecret: undefined, credential });
      expect(await endOf(registry.get().sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
    });

    it('of a hook, and the message is sent', async () => {
      const hook = () => {
        throw make();
      };
      const registry = await start({
        hooks: [
          { onSend: hook, onResult: hook },
          { onResult: () => Promise.reject(make()) as never },
        ],
      });
      registry.onChange(hook);
      registry.observe({ onSend: hook, onResult: hook });
      registry.register({ name: 'late' });
      await registry.get().sendMessage(LOGIN_CODE);
      await vi.waitFor(() => expect(logs.filter((text) => /hook/.test(text)).length).toBe(5));
      expectQuiet(undefined);
    });

    it('of prepare', async () => {
      class Prepared extends AliyunSms {
        protected override prepare(): SmsMessage {
          throw make();
        }
      }
      SmsType('SMS.Prepared')(Prepared);
      const registry = await start({ types: [Prepared as never] });
      const sms = registry.register({
        name: 'p',
        type: 'SMS.Prepared',
        ...KEYS,
        endpoint: emulator.url,
        verifySign: '签',
      } as never);
      expect(await endOf(sms.sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
      for await (const { error } of registry.get('p', AliyunSms).sendMessages([LOGIN_CODE])) {
        expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
        expectQuiet(error);
      }
    });

    it('of deliver, which proves nothing', async () => {
      @SmsType('SMS.Odd')
      class Odd extends ProviderSms {
        protected override deliver(): Promise<ProviderResult> {
          return Promise.reject(make());
        }
      }
      const registry = await start({ types: [Odd] });
      const error = await rejectionOf(
        registry.register({ name: 'o', type: 'SMS.Odd' }).sendMessage(LOGIN_CODE),
      );
      expect(error).toMatchObject({ code: 46003, outcome: 'unknown' });
      expectQuiet(error);
    });

    it('of the constructor of a type', async () => {
      @SmsType('SMS.Broken')
      class Broken extends ProviderSms {
        constructor(context: SmsContext<object>) {
          super(context);
          throw make();
        }
        protected override deliver(): Promise<ProviderResult> {
          return Promise.resolve({ bizId: '1' });
        }
      }
      const registry = await start({ types: [Broken] });
      const error = await rejectionOf(
        Promise.resolve().then(() => registry.register({ name: 'b', type: 'SMS.Broken' })),
      );
      expect(error).toMatchObject({ name: 'SmsConfigurationError' });
      expectQuiet(error);
    });

    it('of a store of limits', async () => {
      const reserve = () => Promise.reject(make());
      const store = { reserve, release: reserve };
      const registry = await start({ limits: { store, onStoreError: 'refuse' } });
      expect(await endOf(registry.get().sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
    });
  });

  it.each(RETURNED)('%s, from resolve', async (_, make) => {
    const registry = await start({ resolve: () => make() as object });
    expect(await endOf(registry.get('t1').sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
    expectQuiet(await rejectionOf(registry.load('t1')));
  });

  it.each(RETURNED)('%s, from a credential provider', async (_, make) => {
    const credential = { getCredential: () => Promise.resolve(make()) } as never;
    const registry = await start({ accessKey: undefined, accessSecret: undefined, credential });
    const sms = registry.get('default', AliyunSms);
    for (const work of [sms.sendMessage(LOGIN_CODE), sms.ping()]) {
      const error = await rejectionOf<Error>(work);
      expect(error).toMatchObject({ code: 46003 });
      expectQuiet(error);
    }
    expect(emulator.messages()).toEqual([]);
  });

  // What a factory throws is the error of the application, and so is a promise that cannot be awaited.
  it.each(RETURNED.filter(([name]) => !name.includes('proxy that')))(
    '%s, from a factory of options',
    async (_, make) => {
      const useFactory = () => make() as never;
      const error = await rejectionOf(boot(AliyunSmsModule.forRootAsync({ useFactory })));
      expect(error).toBeInstanceOf(Error);
      expectQuiet(error);
    },
  );

  it.each([
    [
      'a getter that throws',
      () => Object.defineProperty({ ...LOGIN_CODE }, 'phoneList', { enumerable: true, get: trap }),
    ],
    ['a proxy that throws', () => new Proxy({}, { get: trap, ownKeys: trap })],
    ['a revoked proxy', revoked],
  ])('%s, as a message and from prepare', async (_, make) => {
    class Returning extends AliyunSms {
      protected override prepare(): SmsMessage {
        return make() as SmsMessage;
      }
    }
    SmsType('SMS.Returning')(Returning);
    const registry = await start({
      types: [Returning as never],
      resolve: () => ({ verifySign: '签' }),
    });
    expect(await endOf(registry.get().sendMessage(make() as SmsMessage))).toMatchObject(NOT_SENT);
    expect(await endOf(registry.get('t1').sendMessage(make() as SmsMessage))).toMatchObject(
      NOT_SENT,
    );
    const sms = registry.register({
      name: 'r',
      type: 'SMS.Returning',
      ...KEYS,
      endpoint: emulator.url,
      verifySign: '签',
    } as never);
    expect(await endOf(sms.sendMessage(LOGIN_CODE))).toMatchObject(NOT_SENT);
  });

  it('takes a frozen exception of ours as it is', async () => {
    @SmsType('SMS.Frozen')
    class Frozen extends ProviderSms {
      protected override deliver(): Promise<ProviderResult> {
        const refusal = { aliyunCode: 'isv.AMOUNT_NOT_ENOUGH', aliyunMessage: 'no' };
        return Promise.reject(Object.freeze(new SmsRejectedException(refusal)));
      }
    }
    const registry = await start({ types: [Frozen] });
    const sms = registry.register({ name: 'f', type: 'SMS.Frozen' });
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.AMOUNT_NOT_ENOUGH',
    });
  });
});
