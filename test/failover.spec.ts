import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSmsModule,
  type AliyunSmsOptions,
  FailoverSms,
  SmsRegistry,
  type SmsRequestException,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import { freePort } from './support/free-port.js';

const OTHER = { accessKey: 'LTAI5tBackupKey', accessSecret: 'backup-secret-0123456789' };

describe('SMS.Failover', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;
  let warn: ReturnType<typeof vi.spyOn>;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS, OTHER] });
  });
  beforeEach(() => {
    emulator.reset();
    warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  });
  afterEach(async () => {
    warn.mockRestore();
    await app?.close();
  });
  afterAll(() => emulator.close());

  /** Instances main and backup, told apart by their signs, and a failover of both. */
  async function bootBoth(
    failover: Record<string, unknown> = {},
    main: AliyunSmsOptions = {},
    backup: AliyunSmsOptions = {},
  ) {
    const common = { logging: false, endpoint: emulator.url, retry: false } as const;
    app = await boot(
      AliyunSmsModule.forRoot({ logging: false }),
      AliyunSmsModule.forFeature([
        { ...common, name: 'third', ...OTHER, verifySign: 'third' },
        { ...common, name: 'main', ...KEYS, verifySign: 'main', ...main },
        { ...common, name: 'backup', ...OTHER, verifySign: 'backup', ...backup },
        { name: 'both', type: 'SMS.Failover', instances: ['main', 'backup'], ...failover },
      ]),
    );
    return app.get(SmsRegistry).get('both', FailoverSms);
  }
  const signs = () =>
    emulator
      .messages()
      .map(({ signName }) => signName)
      .reverse();

  it('sends through the first while that one can', async () => {
    const sms = await bootBoth();
    expect(sms).toBeInstanceOf(FailoverSms);
    const { outId } = await sms.sendMessage({ ...LOGIN_CODE, outId: 'mine' });
    await sms.sendMessage(LOGIN_CODE);
    expect(outId).toBe('mine');
    expect(signs()).toEqual(['main', 'main']);
  });

  it.each([
    ['no connection', async () => ({ endpoint: `127.0.0.1:${await freePort()}` })],
    ['a wrong key', () => ({ accessKey: 'LTAI5tNobody', accessSecret: 'x' })],
    ['a secret that does not match', () => ({ accessSecret: 'wrong-secret' })],
  ])('lets the message out exactly once by the second: %s', async (_, main) => {
    const sms = await bootBoth({}, await main());
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup']);
    expect(String(warn.mock.calls)).toMatch(/both: main cannot send \(.+\), asking the next/);
    expect(String(warn.mock.calls)).not.toContain('13800138000');
  });

  it.each(['isv.AMOUNT_NOT_ENOUGH', 'isv.SMS_SIGNATURE_ILLEGAL', 'isv.BUSINESS_LIMIT_CONTROL'])(
    'moves on where the first is refused with %s',
    async (code) => {
      const sms = await bootBoth();
      emulator.addFault({ effect: { type: 'refuse', code }, count: 1 });
      await sms.sendMessage(LOGIN_CODE);
      expect(signs()).toEqual(['backup']);
    },
  );

  it.each(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.TEMPLATE_MISSING_PARAMETERS'])(
    'does not move on where the message is to blame: %s',
    async (code) => {
      const sms = await bootBoth();
      emulator.addFault({ effect: { type: 'refuse', code }, count: 1 });
      expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
        code: 46002,
        aliyunCode: code,
        instance: 'main',
      });
      expect(signs()).toEqual([]);
    },
  );

  it.each(['reset', 'cut', 'hang'] as const)(
    'never moves on where the outcome is unknown: %s',
    async (type) => {
      const sms = await bootBoth({}, { timeout: 1000 });
      emulator.addFault({ effect: { type }, processed: true, count: 1 });
      const error = await rejectionOf<SmsRequestException>(sms.sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({ code: 46003, outcome: 'unknown', instance: 'main' });
      expect(error.toQueries()).toHaveLength(1);
      expect(signs()).toEqual(['main']);
    },
  );

  it('does not move on where the caller has given up', async () => {
    const sms = await bootBoth();
    const signal = AbortSignal.abort();
    expect(await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal }))).toMatchObject({
      reason: 'aborted',
      outcome: 'not-sent',
    });
    expect(signs()).toEqual([]);
  });

  it('refuses what is no message before anybody is asked', async () => {
    const sms = await bootBoth();
    for (const message of [undefined, {}, { ...LOGIN_CODE, phoneList: [] }]) {
      const error = await rejectionOf(sms.sendMessage(message as never));
      expect(error).toMatchObject({ code: 46001 });
    }
  });

  it('leaves a failing one alone for a while, and takes it back', async () => {
    const sms = await bootBoth({ cooldown: 60_000 });
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup', 'backup']);
    // Where the other one cannot send either, the resting one is asked, and is back by that.
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.OUT_OF_SERVICE' }, count: 1 });
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup', 'backup', 'main', 'main']);
  });

  it('takes it back when its rest is over', async () => {
    const sms = await bootBoth({ cooldown: 1 });
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
    await sms.sendMessage(LOGIN_CODE);
    await vi.waitFor(async () => {
      await sms.sendMessage(LOGIN_CODE);
      expect(signs().at(-1)).toBe('main');
    });
  });

  it.each([
    ['number', 'isv.BUSINESS_LIMIT_CONTROL'],
    ['template', 'isv.SMS_TEMPLATE_ILLEGAL'],
    ['signature', 'isv.SMS_SIGNATURE_ILLEGAL'],
  ])('does not let one have a rest because of one %s', async (_, code) => {
    const sms = await bootBoth({ cooldown: 60_000 });
    emulator.addFault({ effect: { type: 'refuse', code }, count: 1 });
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage({ ...LOGIN_CODE, phoneList: ['13900139000'] });
    expect(signs()).toEqual(['backup', 'main']);
  });

  it('keeps the reason of each in the final error', async () => {
    const sms = await bootBoth({}, { endpoint: `127.0.0.1:${await freePort()}` });
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.OUT_OF_SERVICE' } });
    const error = await rejectionOf<SmsRequestException>(
      sms.sendMessage({ ...LOGIN_CODE, outId: 'o' }),
    );
    expect(error).toMatchObject({
      code: 46003,
      outcome: 'not-sent',
      reason: 'failover',
      instance: 'both',
      outId: 'o',
      failures: [
        { instance: 'main', error: { code: 46003, reason: 'connect' } },
        { instance: 'backup', error: { code: 46002, aliyunCode: 'isv.OUT_OF_SERVICE' } },
      ],
    });
    expect(error.message).toMatch(/both could send \(main: connect; backup: isv\.OUT_OF_SERVICE\)/);
    expect(JSON.stringify(error)).not.toContain('13800138000');
  });

  it('takes turns', async () => {
    const sms = await bootBoth({ strategy: 'round-robin' });
    for (let i = 0; i < 4; i++) await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['main', 'backup', 'main', 'backup']);
  });

  it('shares by weights', async () => {
    const sms = await bootBoth({ strategy: 'weights', weights: { main: 3 } });
    for (let i = 0; i < 8; i++) await sms.sendMessage(LOGIN_CODE);
    expect(signs().filter((sign) => sign === 'main')).toHaveLength(6);
    expect(signs().slice(0, 4)).toEqual(['main', 'main', 'backup', 'main']);
  });

  it.each(['round-robin', 'weights'])(
    'shares what is left by %s while one rests',
    async (strategy) => {
      const sms = await bootBoth({
        strategy,
        instances: ['main', 'backup', 'third'],
        cooldown: 60_000,
      });
      emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
      for (let i = 0; i < 21; i++) await sms.sendMessage(LOGIN_CODE);
      const count = (sign: string) => signs().filter((each) => each === sign).length;
      expect(count('main')).toBe(0);
      expect(Math.abs(count('backup') - count('third'))).toBeLessThan(3);
    },
  );

  it('gives each account the code of its own template', async () => {
    const sms = await bootBoth({ templates: { backup: { SMS_123456789: 'SMS_BACKUP' } } });
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
    await sms.sendMessage(LOGIN_CODE);
    expect(emulator.messages()[0]).toMatchObject({ templateCode: 'SMS_BACKUP' });
  });

  it('asks the next where an instance was taken out', async () => {
    const sms = await bootBoth();
    app.get(SmsRegistry).unregister('main');
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup']);
  });

  it('ends where failovers list each other', async () => {
    const sms = await bootBoth();
    const registry = app.get(SmsRegistry);
    registry.register({ name: 'loop', type: 'SMS.Failover', instances: ['both', 'backup'] });
    registry.replace({ name: 'both', type: 'SMS.Failover', instances: ['loop', 'main'] });
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup']);
  });

  it.each([
    [{ instances: ['main'] }, /instances must be a list of the names of two or more/],
    [{ instances: ['main', 'main'] }, /instances must name each instance once/],
    [{ strategy: 'random' }, /strategy must be one of order, round-robin, weights/],
    [{ weights: { other: 1 } }, /weights must be an object with a number above 0/],
    [{ weights: { main: 0 } }, /weights must be an object with a number above 0/],
    [{ cooldown: -1 }, /cooldown must be a whole number of milliseconds/],
    [{ templates: { main: 'SMS_1' } }, /templates must be an object/],
    [{ verifySign: 'x' }, /verifySign is no option of this type/],
  ])('refuses %j at bootstrap', async (failover, message) => {
    expect((await rejectionOf(bootBoth(failover))).message).toMatch(message);
  });

  it('asks one that was replaced at once', async () => {
    const sms = await bootBoth(
      { cooldown: 60_000 },
      { accessKey: 'LTAI5tNobody', accessSecret: 'x' },
    );
    await sms.sendMessage(LOGIN_CODE);
    app.get(SmsRegistry).replace({
      name: 'main',
      ...KEYS,
      verifySign: 'main',
      endpoint: emulator.url,
      logging: false,
    });
    await sms.sendMessage(LOGIN_CODE);
    expect(signs()).toEqual(['backup', 'main']);
  });

  it('refuses at run time what could not be sent through, and itself', async () => {
    await bootBoth();
    const registry = app.get(SmsRegistry);
    const failover = (name: string, ...instances: string[]) => ({
      name,
      type: 'SMS.Failover',
      instances,
    });
    expect(() => registry.register(failover('f', 'main', 'nobody'))).toThrow(/nobody.*not exist/);
    expect(() => registry.replace(failover('both', 'main', 'both'))).toThrow(/both itself/);
    expect(registry.has('f')).toBe(false);
  });

  it('refuses an instance that does not exist, at bootstrap', async () => {
    const error = await rejectionOf(bootBoth({ instances: ['main', 'nobody'] }));
    expect(error.message).toMatch(/"both".*names nobody, which does not exist/s);
  });
});
