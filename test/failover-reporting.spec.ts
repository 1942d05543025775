import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type BulkProgress,
  type BulkResult,
  FailoverSms,
  SmsRegistry,
  type SmsResultEvent,
  type SmsSendEvent,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import { freePort } from './support/free-port.js';
import { ACCEPTED, respond, startMisbehavingServer } from './support/misbehaving-server.js';

describe('SMS.Failover', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;
  let lines: string[];

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => {
    emulator.reset();
    lines = [];
    for (const level of ['log', 'warn', 'error'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((text) => void lines.push(String(text)));
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await app?.close();
  });
  afterAll(() => emulator.close());

  /** Instances main and backup, told apart by their signs, and a failover of both. */
  async function start(main: object = {}, root: object = {}, backup: object = {}) {
    const common = { ...KEYS, endpoint: emulator.url, retry: false } as const;
    app = await boot(
      AliyunSmsModule.forRoot({ telemetry: false, ...root }),
      AliyunSmsModule.forFeature([
        { ...common, name: 'main', verifySign: 'main', ...main },
        { ...common, name: 'backup', verifySign: 'backup', ...backup },
        { name: 'both', type: 'SMS.Failover', instances: ['main', 'backup'] },
      ]),
    );
    lines = [];
    return app.get(SmsRegistry).get('both', FailoverSms);
  }
  const unreachable = async () => ({ endpoint: `127.0.0.1:${await freePort()}` });
  const signs = () => emulator.messages().map(({ signName }) => signName);

  async function collect(results: AsyncIterable<BulkResult>): Promise<BulkResult[]> {
    const collected: BulkResult[] = [];
    for await (const result of results) collected.push(result);
    return collected.sort((one, other) => one.index - other.index);
  }
  const messagesOf = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...LOGIN_CODE,
      phoneList: [`138${String(i).padStart(8, '0')}`],
      params: { code: String(1000 + i) },
    }));

  describe('reports', () => {
    it('one event for the message, and those of its attempts marked as such', async () => {
      const sends: SmsSendEvent[] = [];
      const results: SmsResultEvent[] = [];
      const hooks = {
        onSend: (e: SmsSendEvent) => void sends.push(e),
        onResult: (e: SmsResultEvent) => void results.push(e),
      };
      const sms = await start(await unreachable(), { hooks });
      const { outId } = await sms.sendMessage(LOGIN_CODE);
      expect(results.map((e) => [e.instance, e.attemptOf, e.outcome])).toEqual([
        ['main', 'both', 'not-sent'],
        ['backup', 'both', 'accepted'],
        ['both', undefined, 'accepted'],
      ]);
      expect(results[2]).toMatchObject({ attempts: 2, send: { outId, recipients: 1 } });
      expect(sends.map((e) => [e.instance, e.attemptOf, e.outId])).toEqual([
        ['both', undefined, outId],
        ['main', 'both', outId],
        ['backup', 'both', outId],
      ]);
    });

    it('a line in the log for it, and marks those of its attempts', async () => {
      const sms = await start(await unreachable());
      await sms.sendMessage(LOGIN_CODE);
      expect(lines).toEqual([
        expect.stringMatching(/^not-sent instance=main attemptOf=both /),
        expect.stringMatching(/^both: main cannot send \(connect\), asking the next/),
        expect.stringMatching(/^accepted instance=backup attemptOf=both /),
        expect.stringMatching(
          /^accepted instance=both template=SMS_123456789 recipients=138\*{4}8000 /,
        ),
      ]);
    });

    it('a message that is not valid, without asking anybody', async () => {
      const results: SmsResultEvent[] = [];
      const sms = await start(
        {},
        { hooks: { onResult: (e: SmsResultEvent) => void results.push(e) } },
      );
      const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, phoneList: [] }));
      expect(error).toMatchObject({ code: 46001, instance: 'both' });
      expect(results).toMatchObject([{ instance: 'both', outcome: 'invalid', error }]);
      expect(lines).toEqual([expect.stringMatching(/^invalid instance=both code=46001 /)]);
    });

    it('nothing in the log where the root says so', async () => {
      const sms = await start({}, { logging: false });
      await sms.sendMessage(LOGIN_CODE);
      expect(lines).toEqual([]);
    });
  });

  describe('finds out what became of a message', () => {
    it('whichever instance has sent it', async () => {
      const sms = await start(await unreachable());
      const sentAt = new Date();
      const { outId } = await sms.sendMessage(LOGIN_CODE);
      const query = { outId, phone: '13800138000', sentAt };
      expect(['pending', 'delivered']).toContain(await sms.findMessage(query));
    });

    it('rejects where an instance that cannot be asked may have sent it', async () => {
      const sms = await start(await unreachable());
      const query = { outId: 'nobody', phone: '13800138000', sentAt: new Date() };
      expect(await rejectionOf(sms.findMessage(query))).toMatchObject({ code: 46003 });
    });
  });

  describe('in bulk', () => {
    it('sends through the first that can, in as few calls as that one makes', async () => {
      const sms = await start();
      let progress: BulkProgress | undefined;
      const onProgress = (each: BulkProgress) => (progress = each);
      const results = await collect(sms.sendMessages(messagesOf(250), { onProgress }));
      expect(results.map(({ index }) => index)).toEqual(results.map((_, i) => i));
      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
      expect(new Set(signs())).toEqual(new Set(['main']));
      expect(emulator.messages()).toHaveLength(250);
      expect(progress).toMatchObject({ read: 250, done: 250, accepted: 250, calls: 3 });
    });

    it('hands to the next what one cannot send, each message exactly once', async () => {
      const sms = await start(await unreachable());
      const messages = messagesOf(250);
      const results = await collect(sms.sendMessages(messages));
      expect(results.map(({ message }) => message)).toEqual(messages);
      expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
      const sent = emulator.messages();
      expect(sent).toHaveLength(250);
      expect(new Set(sent.map(({ phoneNumber }) => phoneNumber)).size).toBe(250);
      for (const { phoneNumber, templateParam } of sent) {
        const index = Number(phoneNumber.slice(3));
        expect(templateParam).toEqual({ code: String(1000 + index) });
      }
      expect(lines.filter((line) => line.includes('asking the next'))).toHaveLength(1);
    });

    it('never hands on a message whose outcome is unknown', async () => {
      const server = await startMisbehavingServer((socket) => void socket.destroy());
      const sms = await start({ endpoint: server.url });
      const results = await collect(sms.sendMessages(messagesOf(5)));
      expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('unknown'));
      expect(emulator.messages()).toEqual([]);
      await server.close();
    });

    it('says of each message that none could send it', async () => {
      const sms = await start(await unreachable(), {}, await unreachable());
      const results = await collect(sms.sendMessages(messagesOf(3)));
      for (const { outcome, error } of results) {
        expect(outcome).toBe('not-sent');
        expect(error).toMatchObject({
          reason: 'failover',
          failures: [{ instance: 'main' }, { instance: 'backup' }],
        });
      }
    });

    it('tells what is not valid, and reports one event for each message', async () => {
      const sms = await start();
      const events: SmsResultEvent[] = [];
      app
        .get(SmsRegistry)
        .observe({ onResult: (event) => void (event.attemptOf ?? events.push(event)) });
      const messages = messagesOf(4);
      messages[2]!.phoneList = ['12'];
      const results = await collect(sms.sendMessages(messages));
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'accepted',
        'invalid',
        'accepted',
      ]);
      expect(events).toHaveLength(4);
      expect(events.every(({ instance }) => instance === 'both')).toBe(true);
    });

    it('does not wait for a slow source, and closes it when the caller stops', async () => {
      const sms = await start();
      let isClosed = false;
      async function* slow() {
        try {
          yield* messagesOf(1);
          await new Promise(() => {});
        } finally {
          isClosed = true;
        }
      }
      // A generator that waits for ever cannot be closed, so the source is one that can.
      const inner = slow();
      const source: AsyncIterable<typeof LOGIN_CODE> = {
        [Symbol.asyncIterator]: () => ({
          next: () => inner.next(),
          return: () => {
            isClosed = true;
            return Promise.resolve({ done: true as const, value: undefined });
          },
        }),
      };
      for await (const { outcome } of sms.sendMessages(source)) {
        expect(outcome).toBe('accepted');
        break;
      }
      expect(isClosed).toBe(true);
    });

    it('stops half-way at its signal: no message is read and lost', async () => {
      const server = await startMisbehavingServer((socket) => respond(socket, 200, ACCEPTED));
      const sms = await start({ endpoint: server.url });
      const stop = new AbortController();
      let read = 0;
      function* source() {
        for (const message of messagesOf(9000)) {
          read++;
          yield message;
        }
      }
      let done = 0;
      for await (const { index } of sms.sendMessages(source(), { signal: stop.signal })) {
        done++;
        if (index === 0) stop.abort();
      }
      expect(done).toBe(read);
      expect(read).toBeLessThan(9000);
      await server.close();
    });

    it('sends through types that cannot send in bulk, and through a failover of failovers', async () => {
      app = await boot(
        AliyunSmsModule.forRoot({
          ...KEYS,
          endpoint: emulator.url,
          verifySign: 'root',
          logging: false,
        }),
        AliyunSmsModule.forFeature([
          { name: 'a', ...(await unreachable()), retry: false },
          { name: 'b' },
          { name: 'inner', type: 'SMS.Failover', instances: ['a', 'outer', 'b'] },
          { name: 'outer', type: 'SMS.Failover', instances: ['inner', 'b'] },
        ]),
      );
      const outer = app.get(SmsRegistry).get('outer', FailoverSms);
      const results = await collect(outer.sendMessages(messagesOf(5)));
      expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'));
      expect(emulator.messages()).toHaveLength(5);
    });

    it.each([
      [{ concurrency: 0 }, RangeError],
      [{ perSecond: 0 }, RangeError],
    ])('refuses %j as SMS.Aliyun does', async (options, type) => {
      const sms = await start();
      expect(() => sms.sendMessages([], options)).toThrow(type);
      expect(() => sms.sendMessages(7 as never)).toThrow(TypeError);
      expect(() => app.get(SmsRegistry).get('main', AliyunSms).sendMessages([], options)).toThrow(
        type,
      );
    });
  });
});
