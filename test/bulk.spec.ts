import {
  AliyunSmsModule,
  type BulkProgress,
  type BulkResult,
  type SmsMessage,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boot, bootInstance, KEYS, LOGIN_CODE } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

const phone = (i: number) => `138${String(i).padStart(8, '0')}`;
const equal = (count: number, from = 0): SmsMessage[] =>
  Array.from({ length: count }, (_, i) => ({
    ...LOGIN_CODE,
    params: { code: '1' },
    phoneList: [phone(from + i)],
  }));
const different = (count: number, from = 0): SmsMessage[] =>
  equal(count, from).map((message, i) => ({ ...message, params: { code: `n${i}` } }));

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(misbehave: Misbehaviour, options: object = {}) {
  const server = await startMisbehavingServer(misbehave);
  const { sms, app } = await bootInstance(server.url, options);
  cleanUp.push(
    () => server.close(),
    () => app.close(),
  );
  return { server, sms };
}
const actionsOf = (requests: string[]) =>
  requests.map((head) => /x-acs-action: (\w+)/.exec(head)![1]);
const phonesOf = (head: string) =>
  decodeURIComponent(/PhoneNumbers=([^& ]+)/.exec(head)![1]!).split(',');
const accept: Misbehaviour = (socket) => respond(socket, 200, ACCEPTED);

describe('bulk over the emulator', () => {
  let emulator: AliyunSmsEmulator;
  beforeEach(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    cleanUp.push(() => emulator.close());
  });

  it('brings every message to its recipient, with its own text', async () => {
    const { sms, app } = await bootInstance(emulator.url);
    cleanUp.push(() => app.close());
    const messages = [
      ...equal(1200),
      ...different(230, 5000),
      { ...equal(1, 9000)[0]!, verifySign: '另' },
    ];

    const results = await collect(sms.sendMessages(messages));

    expect(results).toHaveLength(messages.length);
    expect(results.every(({ outcome, bizId }) => outcome === 'accepted' && bizId)).toBe(true);
    expect(results.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
      messages.map((_, i) => i),
    );
    for (const { index, message } of results) expect(message).toBe(messages[index]);
    const arrived = new Map(
      emulator
        .messages()
        .map(({ phoneNumber, templateParam, signName }) => [
          phoneNumber,
          { templateParam, signName },
        ]),
    );
    expect(arrived.size).toBe(messages.length);
    for (const { phoneList, params, verifySign = '某某科技' } of messages) {
      expect(arrived.get(phoneList[0]!)).toEqual({ templateParam: params, signName: verifySign });
    }
    expect(new Set(emulator.messages().map(({ bizId }) => bizId)).size).toBe(2 + 3 + 1);
  });
});

describe('bulk', () => {
  it('puts equal messages into SendSms and the others into SendBatchSms', async () => {
    const { sms, server } = await start(accept);
    await collect(sms.sendMessages([...different(150, 100), ...equal(3)]));
    expect(actionsOf(server.requests)).toEqual(
      expect.arrayContaining(['SendBatchSms', 'SendBatchSms', 'SendSms']),
    );
    expect(server.requests).toHaveLength(3);
  });

  it('keeps a number that comes twice, and a message with an outId of its own, apart', async () => {
    const { sms, server } = await start(accept);
    const [one, two] = equal(2) as [SmsMessage, SmsMessage];
    const results = await collect(sms.sendMessages([one, two, one, { ...two, outId: 'mine' }]));
    expect(server.requests).toHaveLength(3);
    expect(results.find(({ index }) => index === 3)!.outId).toBe('mine');
  });

  it('reports an invalid message and goes on with the others', async () => {
    const { sms } = await start(accept);
    const results = await collect(sms.sendMessages([{ ...LOGIN_CODE, phoneList: [] }, LOGIN_CODE]));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'invalid']);
    expect(results.find(({ outcome }) => outcome === 'invalid')).toMatchObject({
      index: 0,
      error: { code: 46001 },
    });
  });

  it('splits a refused call until the recipient who spoils it is alone', async () => {
    const bad = phone(637);
    const delivered: string[] = [];
    const { sms, server } = await start((socket, head) => {
      const phones = decodeURIComponent(/PhoneNumbers=([^& ]+)/.exec(head)![1]!).split(',');
      if (phones.includes(bad)) {
        return respond(
          socket,
          200,
          '{"Code":"isv.MOBILE_NUMBER_ILLEGAL","Message":"m","RequestId":"R"}',
        );
      }
      delivered.push(...phones);
      respond(socket, 200, ACCEPTED);
    });
    const results = await collect(sms.sendMessages(equal(1000)));
    const refused = results.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ index }) => index)).toEqual([637]);
    expect(delivered.sort()).toEqual(
      equal(1000)
        .map(({ phoneList }) => phoneList[0])
        .filter((p) => p !== bad),
    );
    expect(server.requests.length).toBeLessThan(25);
  });

  it('does not split what no recipient is to blame for', async () => {
    const { sms, server } = await start((socket) =>
      respond(socket, 200, '{"Code":"isv.AMOUNT_NOT_ENOUGH"}'),
    );
    const results = await collect(sms.sendMessages(equal(500)));
    expect(results.every(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('never repeats an unknown outcome', async () => {
    const { sms, server } = await start((socket) => socket.resetAndDestroy());
    const results = await collect(sms.sendMessages(equal(2500)));
    expect(results.every(({ outcome }) => outcome === 'unknown')).toBe(true);
    expect(server.requests).toHaveLength(3);
  });

  it('keeps to its concurrency, and reads no further than results are taken', async () => {
    let open = 0;
    let most = 0;
    let respondToLast = () => {};
    const { sms } = await start((socket) => {
      most = Math.max(most, ++open);
      // Responds when the next request is there too, or when there is none.
      respondToLast();
      const timer = setTimeout(() => respondToLast(), 50);
      respondToLast = () => {
        respondToLast = () => {};
        clearTimeout(timer);
        open--;
        respond(socket, 200, ACCEPTED);
      };
    });
    let read = 0;
    function* endless() {
      for (;;) yield equal(1, read++)[0]!;
    }
    let taken = 0;
    for await (const _ of sms.sendMessages(endless(), { concurrency: 2 })) {
      expect(read - taken).toBeLessThanOrEqual(5000);
      if (++taken === 20_000) break;
    }
    expect(most).toBe(2);
    expect(open).toBe(0);
  });

  it('reads an async source, and sends what waits when the source is slow', async () => {
    const { sms, server } = await start(accept);
    let proceed = () => {};
    const paused = new Promise<void>((resolve) => (proceed = resolve));
    async function* slow() {
      yield* equal(3);
      await paused;
      yield* equal(3, 10);
    }
    const results: BulkResult[] = [];
    for await (const result of sms.sendMessages(slow())) {
      results.push(result);
      if (results.length === 3) proceed();
    }
    expect(results).toHaveLength(6);
    expect(server.requests).toHaveLength(2);
  });

  it('stops half-way and says what was sent', async () => {
    const stop = new AbortController();
    const { sms, server } = await start((socket, _, nth) => {
      if (nth === 2) stop.abort();
      respond(socket, 200, ACCEPTED);
    });
    let returned = false;
    function* source() {
      try {
        yield* equal(100_000);
      } finally {
        returned = true;
      }
    }
    const results = await collect(
      sms.sendMessages(source(), { concurrency: 1, signal: stop.signal }),
    );
    const outcomes = groups(results);
    expect(outcomes.get('accepted')).toHaveLength(2000);
    expect(server.requests).toHaveLength(2);
    for (const { error } of outcomes.get('not-sent') ?? [])
      expect(error).toMatchObject({ reason: 'aborted' });
    expect(returned).toBe(true);
  });

  it('tells of its progress', async () => {
    const { sms } = await start(accept);
    const seen: BulkProgress[] = [];
    await collect(sms.sendMessages(equal(2500), { onProgress: (progress) => seen.push(progress) }));
    expect(seen.map(({ done }) => done)).toEqual([1000, 2000, 2500]);
    expect(seen.at(-1)).toEqual({
      read: 2500,
      done: 2500,
      calls: 3,
      accepted: 2500,
      refused: 0,
      'not-sent': 0,
      unknown: 0,
      invalid: 0,
    });
  });

  it('sends no more than so many recipients a second', async () => {
    const { sms } = await start(accept);
    const startedAt = performance.now();
    await collect(sms.sendMessages(equal(3000), { perSecond: 10_000 }));
    // The first thousand goes at once, the others after a tenth of a second each.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  describe('at a pace', () => {
    // 1,000 recipients take 50 s at this pace: what is paced can be told from what is not.
    const slow = { perSecond: 20 };
    const SOON = 10_000;

    it('ends at once where the caller stops listening', { timeout: 15_000 }, async () => {
      const { sms, server } = await start(accept);
      const startedAt = performance.now();
      let isClosed = false;
      function* source() {
        try {
          yield* equal(5000);
        } finally {
          isClosed = true;
        }
      }
      for await (const _ of sms.sendMessages(source(), slow)) break;
      expect(performance.now() - startedAt).toBeLessThan(SOON);
      expect(server.requests).toHaveLength(1);
      expect(isClosed).toBe(true);
    });

    it.each(['SMS.Aliyun', 'SMS.Failover'])(
      'ends with the application, and says that the others were not sent: %s',
      { timeout: 15_000 },
      async (type) => {
        const server = await startMisbehavingServer(accept);
        cleanUp.push(() => server.close());
        const app = await boot(
          AliyunSmsModule.forRoot({
            ...KEYS,
            verifySign: '某某科技',
            logging: false,
            endpoint: server.url,
          }),
          AliyunSmsModule.forFeature([
            { name: 'spare' },
            { name: 'both', type: 'SMS.Failover', instances: ['default', 'spare'] },
          ]),
        );
        const startedAt = performance.now();
        const sms = app.get(SmsRegistry).get(type === 'SMS.Failover' ? 'both' : 'default');
        const results: BulkResult[] = [];
        let closing: Promise<void> | undefined;
        for await (const result of sms.sendMessages!(equal(10_000), slow)) {
          results.push(result);
          closing ??= app.close();
        }
        await closing;
        expect(performance.now() - startedAt).toBeLessThan(SOON);
        const outcomes = groups(results);
        expect(outcomes.get('accepted')).toHaveLength(1000);
        expect(outcomes.get('not-sent')).toHaveLength(9000);
        for (const { error } of outcomes.get('not-sent')!)
          expect(error).toMatchObject({ reason: 'closed', repeat: 'later' });
        expect(server.requests).toHaveLength(1);
      },
    );

    it('does not wait again for the parts of a refused call', { timeout: 15_000 }, async () => {
      const bad = phone(637);
      const { sms } = await start((socket, head) => {
        const isBad = phonesOf(head).includes(bad);
        respond(socket, 200, isBad ? '{"Code":"isv.MOBILE_NUMBER_ILLEGAL"}' : ACCEPTED);
      });
      const startedAt = performance.now();
      const results = await collect(sms.sendMessages(equal(1000), slow));
      expect(groups(results).get('refused')).toHaveLength(1);
      expect(performance.now() - startedAt).toBeLessThan(SOON);
    });
  });

  describe('that is refused as a whole', () => {
    const refusal = '{"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"m"}';
    const refuse: Misbehaviour = (socket) => respond(socket, 200, refusal);
    const refuseSome =
      (isBad: (index: number) => boolean): Misbehaviour =>
      (socket, head) => {
        const isRefused = phonesOf(head).some((number) => isBad(Number(number.slice(3))));
        respond(socket, 200, isRefused ? refusal : ACCEPTED);
      };
    const accepted = (results: BulkResult[]) =>
      groups(results)
        .get('accepted')!
        .map(({ index }) => index)
        .sort((a, b) => a - b);

    it('costs few calls, and every message is told', async () => {
      const { sms, server } = await start(refuse);
      const results = await collect(sms.sendMessages(equal(10_000)));
      expect(results).toHaveLength(10_000);
      for (const { outcome, error } of results) {
        expect(outcome).toBe('refused');
        expect(error!.aliyunCode).toBe('isv.BUSINESS_LIMIT_CONTROL');
      }
      // Ten batches of 1,000.
      expect(server.requests.length).toBeLessThanOrEqual(10 * (2 * 10 + 2 * 8));
    });

    it('bounds the calls of SendBatchSms too', async () => {
      const { sms, server } = await start(refuse);
      expect(await collect(sms.sendMessages(different(1000)))).toHaveLength(1000);
      expect(server.requests.length).toBeLessThanOrEqual(10 * (2 * 7 + 2 * 8));
    });

    it('goes on splitting where a part is accepted', async () => {
      const { sms } = await start(refuseSome((index) => index % 3 > 0));
      expect(accepted(await collect(sms.sendMessages(equal(100))))).toEqual(
        Array.from({ length: 34 }, (_, i) => i * 3),
      );
    });

    it('sends what comes after many refused ones that stand together', async () => {
      const { sms } = await start(refuseSome((index) => index < 100));
      const indexes = accepted(await collect(sms.sendMessages(equal(1000))));
      expect(indexes.length).toBeGreaterThanOrEqual(850);
      expect(indexes[0]).toBeGreaterThanOrEqual(100);
    });
  });

  describe('closes its source', () => {
    const closable = (messages: Iterable<SmsMessage>) => {
      const state = { isClosed: false };
      function* source() {
        try {
          yield* messages;
        } finally {
          state.isClosed = true;
        }
      }
      return { state, source: source() };
    };
    const unreadable = {
      ...LOGIN_CODE,
      get params(): never {
        throw new TypeError('no params');
      },
    };
    const onProgress = () => {
      throw new RangeError('progress');
    };

    it('where a message cannot be read', async () => {
      const { sms } = await start(accept);
      const { state, source } = closable([LOGIN_CODE, unreadable, LOGIN_CODE]);
      await expect(collect(sms.sendMessages(source))).rejects.toThrow('no params');
      expect(state.isClosed).toBe(true);
    });

    it('where onProgress throws', async () => {
      const { sms } = await start(accept);
      const { state, source } = closable(equal(50_000));
      await expect(collect(sms.sendMessages(source, { onProgress }))).rejects.toThrow('progress');
      expect(state.isClosed).toBe(true);
    });

    it('where onProgress throws for a message that is not valid', async () => {
      const { sms } = await start(accept);
      const { state, source } = closable([{ ...LOGIN_CODE, phoneList: [] }, LOGIN_CODE]);
      await expect(collect(sms.sendMessages(source, { onProgress }))).rejects.toThrow('progress');
      expect(state.isClosed).toBe(true);
    });
  });

  it('goes through the limits of the instance', async () => {
    const { sms, server } = await start(accept, { limits: 'aliyun' });
    await sms.sendMessage({ ...equal(1)[0]!, verifyTemplateCode: LOGIN_CODE.verifyTemplateCode });
    const results = await collect(sms.sendMessages(equal(10)));
    expect(results.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { index: 0, error: { local: true } },
    ]);
    const phones = server.requests.flatMap((head) =>
      decodeURIComponent(/PhoneNumbers=([^& ]+)/.exec(head)?.[1] ?? '').split(','),
    );
    expect(phones.filter((number) => number === phone(0))).toHaveLength(1);
  });

  it('ends with the error of a source that fails, after the results of what it gave', async () => {
    const { sms, server } = await start(accept);
    function* failing() {
      yield* equal(1000);
      throw new Error('file ended');
    }
    const results: BulkResult[] = [];
    await expect(
      (async () => {
        for await (const result of sms.sendMessages(failing())) results.push(result);
      })(),
    ).rejects.toThrow('file ended');
    expect(results).toHaveLength(1000);
    expect(server.requests).toHaveLength(1);
  });

  it('refuses options that make no sense at once', async () => {
    const { sms } = await start(accept);
    expect(() => sms.sendMessages([], { concurrency: 0 })).toThrow(RangeError);
    expect(() => sms.sendMessages([], { perSecond: NaN })).toThrow(RangeError);
    expect(() => sms.sendMessages(null as never)).toThrow(TypeError);
    expect(await collect(sms.sendMessages([]))).toEqual([]);
  });
});

function groups(results: BulkResult[]): Map<string, BulkResult[]> {
  const map = new Map<string, BulkResult[]>();
  for (const result of results)
    map.set(result.outcome, [...(map.get(result.outcome) ?? []), result]);
  return map;
}
