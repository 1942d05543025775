import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSmsModule,
  type BulkResult,
  FailoverSms,
  type SendMessageResult,
  Sms,
  SmsContext,
  SmsRegistry,
  type SmsRequestException,
  SmsType,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const never = () => new Promise<never>(() => {});
/** Uses up the time of an instance before anything is written. */
const SILENT = { credential: { getCredential: never } };

/** A type without a pipeline, which never settles. */
@SmsType('SMS.Stuck')
class StuckSms extends Sms {
  readonly name: string;
  readonly title: string;
  readonly type: string;

  constructor({ name, title, type }: SmsContext) {
    super();
    this.name = name;
    this.title = title;
    this.type = type;
  }

  sendMessage(): Promise<SendMessageResult> {
    return never();
  }
}

describe('the deadline of SMS.Failover', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => {
    emulator.reset();
    vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await app?.close();
  });
  afterAll(() => emulator.close());

  /** Instances a, b and c, and a failover of these three. */
  async function start(
    members: Record<'a' | 'b' | 'c', object>,
    failover: object = {},
    root: object = {},
  ) {
    app = await boot(
      AliyunSmsModule.forRoot({
        logging: false,
        verifySign: '某',
        endpoint: emulator.url,
        retry: false,
        types: [StuckSms],
        ...root,
      }),
      AliyunSmsModule.forFeature([
        ...Object.entries(members).map(([name, options]) => ({ name, ...options })),
        { name: 'all', type: 'SMS.Failover', instances: Object.keys(members), ...failover },
      ] as never),
    );
    return app.get(SmsRegistry).get('all', FailoverSms);
  }

  async function timed<T>(work: Promise<T>): Promise<[T, number]> {
    const startedAt = performance.now();
    const result = await work;
    return [result, performance.now() - startedAt];
  }
  async function collect(results: AsyncIterable<BulkResult>): Promise<BulkResult[]> {
    const collected: BulkResult[] = [];
    for await (const result of results) collected.push(result);
    return collected;
  }
  const messages = (count: number, signal?: AbortSignal) =>
    Array.from({ length: count }, (_, i) => ({
      ...LOGIN_CODE,
      phoneList: [`138${String(i).padStart(8, '0')}`],
      ...(signal && { signal }),
    }));

  const three = (timeout: number) => ({
    a: { ...SILENT, timeout },
    b: { ...SILENT, timeout },
    c: { ...KEYS },
  });

  it('holds for all instances together, and the last ones are not asked', async () => {
    const sms = await start(three(2000), { timeout: 300 });
    const [error, ms] = await timed(
      rejectionOf<SmsRequestException>(sms.sendMessage({ ...LOGIN_CODE, outId: 'o' })),
    );
    expect(ms).toBeLessThan(1500);
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'deadline' });
    expect(error).toMatchObject({ instance: 'all', outId: 'o', repeat: 'later' });
    expect(error.failures?.map(({ instance }) => instance)).toEqual(['a']);
    expect(error.message).toMatch(/option timeout.* before b was asked .*a: deadline/);
    expect(emulator.messages()).toEqual([]);
  });

  it('leaves the rest of its time to the next instance', async () => {
    const sms = await start(three(200), { timeout: 20_000 });
    await sms.sendMessage(LOGIN_CODE);
    expect(emulator.messages()).toHaveLength(1);
  });

  it.each([
    [1500, undefined, 'asks the next', 1],
    [1500, 200, 'has an option of its own', 0],
  ])('is twice the timeout of forRoot (%i), unless it (%s) %s', async (root, own, _, sent) => {
    // Each instance has the timeout of forRoot itself.
    const members = { a: { ...SILENT }, b: { ...KEYS }, c: { ...KEYS } };
    const sms = await start(members, own === undefined ? {} : { timeout: own }, { timeout: root });
    await sms.sendMessage(LOGIN_CODE).catch(() => {});
    expect(emulator.messages()).toHaveLength(sent);
  });

  it('is refused at bootstrap where it is no time', async () => {
    const error = await rejectionOf(start(three(1), { timeout: -1 }));
    expect(error.message).toMatch(
      /timeout must be a whole number of milliseconds from 1 to 600000/,
    );
  });

  it('holds for what has to be loaded first, and for a type that never settles', async () => {
    const sms = await start(
      { a: { ...KEYS }, b: { type: 'SMS.Stuck' }, c: { ...KEYS } },
      { instances: ['tenant', 'c'], timeout: 300 },
      { resolve: never, timeout: 20_000 },
    );
    const [error, ms] = await timed(rejectionOf(sms.sendMessage(LOGIN_CODE)));
    expect(ms).toBeLessThan(5000);
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'not-sent' });

    const registry = app.get(SmsRegistry);
    const options = { type: 'SMS.Failover', instances: ['b', 'c'], timeout: 300 };
    const stuck = registry.register({ name: 'stuck', ...options });
    const [unknown, took] = await timed(rejectionOf(stuck.sendMessage(LOGIN_CODE)));
    expect(took).toBeLessThan(5000);
    expect(unknown).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
    expect(emulator.messages()).toEqual([]);
  });

  it('holds where a failover asks another', async () => {
    const sms = await start(
      {
        a: { type: 'SMS.Failover', instances: ['x', 'y'] },
        b: { ...KEYS },
        c: { ...KEYS },
      },
      { timeout: 300, cooldown: 0 },
      { resolve: () => ({ ...SILENT, timeout: 20_000 }) },
    );
    const [error, ms] = await timed(rejectionOf(sms.sendMessage(LOGIN_CODE)));
    expect(ms).toBeLessThan(5000);
    expect(error).toMatchObject({ outcome: 'not-sent' });
    const [results, took] = await timed(collect(sms.sendMessages(messages(3))));
    expect(took).toBeLessThan(8000);
    expect(results.map(({ outcome }) => outcome)).toEqual(['not-sent', 'not-sent', 'not-sent']);
  });

  it('ends at the signal of the message, whichever instance is asked', async () => {
    const sms = await start(three(20_000), { timeout: 30_000 });
    const controller = new AbortController();
    const sending = rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal: controller.signal }));
    controller.abort();
    expect(await sending).toMatchObject({ reason: 'aborted', outcome: 'not-sent' });
    const [results] = await timed(collect(sms.sendMessages(messages(2, AbortSignal.abort()))));
    expect(results.map(({ error }) => error?.reason)).toEqual(['aborted', 'aborted']);
    expect(emulator.messages()).toEqual([]);
  });

  describe('in bulk', () => {
    it('holds for the calls of a message, one instance after the other', async () => {
      const sms = await start(three(1200), { timeout: 1500 });
      const [results, ms] = await timed(collect(sms.sendMessages(messages(3))));
      // The third instance could send, but a and b have used the time up.
      expect(ms).toBeLessThan(2300);
      expect(results.map(({ outcome }) => outcome)).toEqual(['not-sent', 'not-sent', 'not-sent']);
      expect(results[0]!.error).toMatchObject({ reason: 'deadline', instance: 'all' });
      expect(emulator.messages()).toEqual([]);
    });

    it('does not count the pace, and sends through the next while time is left', async () => {
      const sms = await start(
        { a: { ...SILENT, timeout: 100 }, b: KEYS, c: KEYS },
        { timeout: 900 },
      );
      const paced = collect(sms.sendMessages(messages(8), { perSecond: 5 }));
      expect((await paced).map(({ outcome }) => outcome)).toEqual(Array(8).fill('accepted'));
    });

    it('holds for types that cannot send in bulk', async () => {
      const sms = await start(
        { a: { type: 'SMS.Stuck' }, b: KEYS, c: KEYS },
        { instances: ['a', 'b'], timeout: 300 },
      );
      const [results, ms] = await timed(collect(sms.sendMessages(messages(3))));
      expect(ms).toBeLessThan(5000);
      expect(results.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
    });
  });

  it('holds for findMessage and ping', async () => {
    const sms = await start(three(20_000), { timeout: 300 });
    const query = { outId: 'x', phone: '13800138000', sentAt: new Date() };
    const [, found] = await timed(rejectionOf(sms.findMessage(query)));
    const [, pinged] = await timed(rejectionOf(sms.ping()));
    expect(found).toBeLessThan(5000);
    expect(pinged).toBeLessThan(5000);
  });
});
