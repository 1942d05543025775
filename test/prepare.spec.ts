import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  FailoverSms,
  type SendMessageResult,
  type SmsMessage,
  SmsRegistry,
  type SmsResultEvent,
  SmsType,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const STAFF = '13900139000';

/** What staging wants: nobody but staff gets a message. */
@SmsType('SMS.Aliyun')
class RedirectingSms extends AliyunSms {
  protected override async prepare(message: SmsMessage): Promise<SmsMessage> {
    await Promise.resolve();
    return { ...message, phoneList: [STAFF] };
  }
}

@SmsType('SMS.Failover')
class RedirectingFailover extends FailoverSms {
  protected override prepare(message: SmsMessage): SmsMessage {
    return { ...message, phoneList: [STAFF] };
  }
}

describe('prepare', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => emulator.reset());
  afterEach(async () => {
    vi.restoreAllMocks();
    await app?.close();
  });
  afterAll(() => emulator.close());

  async function start(...types: (new (...args: never[]) => AliyunSms | FailoverSms)[]) {
    const options = { ...KEYS, endpoint: emulator.url, logging: false, verifySign: '某某科技' };
    app = await boot(
      AliyunSmsModule.forRoot({ ...options, types: types as never }),
      AliyunSmsModule.forFeature([
        { name: 'login' },
        { name: 'both', type: 'SMS.Failover', instances: ['default', 'login'] },
      ]),
    );
    return app.get(SmsRegistry);
  }
  const phones = () => emulator.messages().map(({ phoneNumber }) => phoneNumber);

  it('changes what a single send says and to whom', async () => {
    const registry = await start(RedirectingSms);
    await registry.get('login').sendMessage(LOGIN_CODE);
    expect(phones()).toEqual([STAFF]);
  });

  it('changes what a bulk send says and to whom, in one call or in several', async () => {
    const registry = await start(RedirectingSms);
    const messages = Array.from({ length: 5 }, (_, i) => ({
      ...LOGIN_CODE,
      phoneList: [`1380013800${i}`],
      params: { code: String(1000 + i) },
    }));
    const results = [];
    for await (const result of registry.get('login', AliyunSms).sendMessages(messages)) {
      results.push(result);
    }
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'));
    expect(new Set(results.map(({ message }) => message))).toEqual(new Set(messages));
    expect(phones()).toEqual(Array(5).fill(STAFF));
  });

  it('is called by a failover, and by the instances that it sends through', async () => {
    const registry = await start(RedirectingFailover);
    await registry.get('both').sendMessage(LOGIN_CODE);
    for await (const { outcome } of registry.get('both', FailoverSms).sendMessages([LOGIN_CODE])) {
      expect(outcome).toBe('accepted');
    }
    expect(phones()).toEqual([STAFF, STAFF]);
  });

  it('gets a copy, so that the message of the caller stays as it is', async () => {
    @SmsType('SMS.Aliyun')
    class ChangingSms extends AliyunSms {
      protected override prepare(message: SmsMessage): SmsMessage {
        message.phoneList.push(STAFF);
        message.params['code'] = '0';
        return message;
      }
    }
    const registry = await start(ChangingSms);
    const message = structuredClone(LOGIN_CODE);
    await registry.get().sendMessage(message);
    expect(message).toEqual(LOGIN_CODE);
    expect(new Set(phones())).toEqual(new Set(['13800138000', STAFF]));
  });

  it('is checked like any message: what it returns may not be valid', async () => {
    @SmsType('SMS.Aliyun')
    class EmptyingSms extends AliyunSms {
      protected override prepare(message: SmsMessage): SmsMessage {
        return { ...message, phoneList: [] };
      }
    }
    const registry = await start(EmptyingSms);
    const error = await rejectionOf(registry.get().sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({
      code: 46001,
      violations: { phoneList: [/not be empty/] },
    } as never);
    expect(phones()).toEqual([]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('number 13800138000');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('number 13800138000'))],
  ])('proves that nothing was sent where it %s', async (_, prepare) => {
    @SmsType('SMS.Aliyun')
    class FailingSms extends AliyunSms {
      protected override prepare(): SmsMessage | Promise<SmsMessage> {
        return prepare() as never;
      }
    }
    const registry = await start(FailingSms);
    const events: SmsResultEvent[] = [];
    registry.observe({ onResult: (event) => void events.push(event) });
    const error = await rejectionOf(registry.get().sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'internal' });
    expect(error.message).toContain('TypeError');
    expect(error.message).not.toContain('13800138000');
    expect(events).toMatchObject([{ instance: 'default', outcome: 'not-sent' }]);
    const bulk = registry.get('login', AliyunSms).sendMessages([LOGIN_CODE, LOGIN_CODE]);
    for await (const { outcome } of bulk) expect(outcome).toBe('not-sent');
    expect(phones()).toEqual([]);
  });

  it('loses no message of a bulk send that is stopped meanwhile', async () => {
    const stop = new AbortController();
    @SmsType('SMS.Aliyun')
    class StoppingSms extends AliyunSms {
      protected override async prepare(message: SmsMessage): Promise<SmsMessage> {
        if (message.params['code'] === '1003') stop.abort();
        return Promise.resolve(message);
      }
    }
    const registry = await start(StoppingSms);
    let read = 0;
    function* messages() {
      for (let i = 0; i < 9; i++) {
        read++;
        yield { ...LOGIN_CODE, params: { code: String(1000 + i) } };
      }
    }
    const indexes: number[] = [];
    const sms = registry.get('login', AliyunSms);
    for await (const { index } of sms.sendMessages(messages(), { signal: stop.signal })) {
      indexes.push(index);
    }
    expect(read).toBe(4);
    expect(new Set(indexes)).toEqual(new Set([0, 1, 2, 3]));
    expect(indexes).toHaveLength(4);
  });

  describe('an overridden sendMessage', () => {
    @SmsType('SMS.Aliyun')
    class WalkedAround extends AliyunSms {
      override sendMessage(message: SmsMessage): Promise<SendMessageResult> {
        return super.sendMessage({ ...message, phoneList: [STAFF] });
      }
    }

    it('is named at the start, since bulk sending does not call it', async () => {
      const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
      await start(WalkedAround);
      expect(warn.mock.calls.map(([text]) => String(text))).toEqual([
        expect.stringMatching(
          /^WalkedAround \(SMS\.Aliyun\) overrides sendMessage.*prepare\(message\)/,
        ),
      ]);
    });

    it('is not named where prepare or sendMessages is overridden too', async () => {
      const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
      @SmsType('SMS.Aliyun')
      class Prepared extends WalkedAround {
        protected override prepare(message: SmsMessage): SmsMessage {
          return message;
        }
      }
      await start(Prepared);
      await app.close();
      await start(RedirectingSms);
      expect(warn).not.toHaveBeenCalled();
    });
  });
});
