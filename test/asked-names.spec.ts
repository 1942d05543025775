import { inspect } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { AliyunSmsModule, AliyunSms, FailoverSms, SmsRegistry } from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

/** A name that somebody outside asks for: 50 kB, with line breaks and a terminal colour. */
const HOSTILE = `x\r\n\u001b[31mERROR forged\u202e${'y'.repeat(50_000)}`;

/** What each name makes `resolve` do. */
const TENANTS: Record<string, () => unknown> = {
  unknown: () => undefined,
  throwing: () => {
    throw new Error('no');
  },
  empty: () => ({ name: 'x' }),
  invalid: () => ({ accessKey: 42, timeout: -1 }),
  unfit: () => ({ type: 'SMS.Nothing' }),
  valid: () => ({ ...KEYS, verifySign: '某某科技' }),
  silent: () => new Promise(() => {}),
};

describe('a name from outside', () => {
  let app: INestApplicationContext;
  let registry: SmsRegistry;
  const asked: unknown[] = [];

  beforeAll(async () => {
    app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        verifySign: '某某科技',
        logging: false,
        timeout: 100,
        resolve: (name) => {
          asked.push(name);
          const [kind = ''] = name.split('-');
          return TENANTS[kind]?.() as object;
        },
      }),
    );
    registry = app.get(SmsRegistry);
  });
  afterAll(() => app.close());

  /** What is wrong with an error that shows the hostile name. */
  const faultsOf = (error: unknown): string[] => {
    const { message, instance = '' } = error as { message: string; instance?: string };
    // The issues of an error of the setup stand in lines of their own.
    const text = message.replaceAll(/\n- /g, ' ');
    return [
      message.length > 1200 ? 'a long message' : '',
      /\p{Cc}|\p{Cf}/u.test(text) ? 'a control character' : '',
      instance.length > 65 ? 'a long name' : '',
      JSON.stringify(error).length > 2000 ? 'a long JSON form' : '',
    ].filter(Boolean);
  };

  it('is cut and freed of control characters, and not asked of resolve', async () => {
    asked.length = 0;
    expect(faultsOf(catchError(() => registry.get(HOSTILE)))).toEqual([]);
    expect(faultsOf(await rejectionOf(registry.load(HOSTILE)))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each(['unknown', 'throwing', 'empty', 'invalid', 'unfit', 'silent'])(
    'gives an error of bounded length where resolve is %s, in a send',
    async (kind) => {
      const sms = registry.get(`${kind}-${'y'.repeat(50)}`);
      expect(faultsOf(await rejectionOf(sms.sendMessage(LOGIN_CODE)))).toEqual([]);
    },
  );

  it('is cut where another type is asked for, or where it is registered', async () => {
    const name = 'valid-one';
    expect(inspect(registry.get(name)).length).toBeLessThan(200);
    await registry.load(name);
    expect(faultsOf(catchError(() => registry.get(name, FailoverSms)))).toEqual([]);
    expect(
      faultsOf(catchError(() => registry.register({ name: HOSTILE, ...KEYS, verifySign: '某' }))),
    ).toEqual([]);
  });

  it('is cut where it is asked for by its full name', () => {
    expect(faultsOf(catchError(() => registry.getElement(HOSTILE)))).toEqual([]);
  });

  it.each([
    ['an object', { $ne: null }],
    ['an object without a text', Object.create(null)],
    ['an array', ['valid:a']],
    ['a number', 7],
    ['null', null],
  ])('is unknown where it is %s, and resolve is not asked', async (_, value) => {
    asked.length = 0;
    const name = value as string;
    for (const get of [() => registry.get(name), () => registry.getElement(name)]) {
      expect(catchError(get)).toMatchObject({ reason: 'unknown-instance', repeat: 'no' });
    }
    expect(await rejectionOf(registry.load(name, AliyunSms))).toMatchObject({
      reason: 'unknown-instance',
    });
    expect(asked).toEqual([]);
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}
