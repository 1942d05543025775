import { describe, expect, it } from 'vitest';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { BulkOptions, BulkProgress, BulkResult } from '../sms/bulk.options.js';
import { HookRunner } from '../sms/hook-runner.js';
import { type ParsedMessage, SendPipeline } from '../sms/send-pipeline.js';
import type { SmsResultEvent } from '../sms/sms-hooks.js';
import type { SmsMessage } from '../sms/sms-message.js';
import { forwardMessage } from '../sms/forwarded-message.js';
import { type FailoverBulkHost, FailoverBulkSender } from './failover-bulk-sender.js';

const message = (outId: string): SmsMessage => ({
  outId,
  phoneList: ['13800138000', '13900139000'],
  params: {},
  verifyTemplateCode: 'SMS_1',
});
const messages = (...ids: string[]) => ids.map(message);

type Ending = Omit<BulkResult, 'index' | 'message'>;
type Instance = (message: ParsedMessage) => Ending | undefined;

const accepted = (): Ending => ({ outcome: 'accepted', bizId: 'b', requestId: 'r' });
const failed = (error: SmsException) => (): Ending => ({ outcome: error.outcome, error });
const noMoney = failed(
  new SmsRejectedException({ aliyunCode: 'isv.AMOUNT_NOT_ENOUGH', aliyunMessage: '-' }),
);
const unknown = failed(
  new SmsRequestException({ reason: 'reset', outcome: 'unknown', detail: '-' }),
);

/** A failover of these instances, each of which makes one call for all it is given. */
function senderOf(instances: Record<string, Instance>, options: BulkOptions = {}) {
  const events: SmsResultEvent[] = [];
  const calls: { instance: string; ids: (string | undefined)[]; options: BulkOptions }[] = [];
  const notes: string[] = [];
  const asked: (readonly string[])[] = [];
  const hooks = { onResult: (event: SmsResultEvent) => void events.push(event) };
  const pipeline = new SendPipeline({
    instance: 'both',
    hooks: new HookRunner('both', [hooks], new Set()),
    requiresSign: false,
    stages: {},
    timeout: 1_000,
    closing: new AbortController().signal,
    submit: () => expect.fail('a bulk send has no call of its own'),
  });
  const host: FailoverBulkHost = {
    name: 'both',
    timeout: 10_000,
    order: (through) => {
      asked.push(through);
      return Object.keys(instances).filter((name) => !through.includes(name));
    },
    async *send(instance, parsed, given) {
      calls.push({ instance, ids: parsed.map(({ outId }) => outId), options: given });
      given.onProgress?.({ calls: 1 } as BulkProgress);
      for (const [index, each] of parsed.entries()) {
        const end = instances[instance]!(each);
        if (end) yield { index, message: message('of the instance'), ...end };
      }
    },
    failed: (instance, { outcome }) => {
      notes.push(instance);
      return outcome !== 'unknown';
    },
  };
  const sender = new FailoverBulkSender(pipeline, host, options);
  const send = async (source: Iterable<SmsMessage>) => {
    const results: BulkResult[] = [];
    for await (const result of sender.send(source)) results.push(result);
    return results;
  };
  return { send, events, calls, notes, asked };
}

describe('a bulk send of a failover', () => {
  it('gives each message the result of its instance, under the place in the source', async () => {
    const { send, calls, events } = senderOf({ main: accepted });
    const source = messages('a', 'b');
    expect(await send(source)).toEqual([
      { index: 0, message: source[0], ...accepted() },
      { index: 1, message: source[1], ...accepted() },
    ]);
    expect(calls).toMatchObject([{ instance: 'main', ids: ['a', 'b'] }]);
    expect(events.map(({ result, send: { outId } = {} }) => [result, outId])).toEqual(
      ['a', 'b'].map((outId) => [
        { code: 'OK', message: 'OK', bizId: 'b', requestId: 'r', outId },
        outId,
      ]),
    );
  });

  it('tells the hooks the id of the instance, or one of its own where there is none', async () => {
    const { outId: _, ...plain } = message('');
    const { send, events } = senderOf({
      main: ({ content }) => ({ ...accepted(), ...(content.extendCode && { outId: 'of main' }) }),
    });
    await send([{ ...plain, smsUpExtendCode: '1' }, plain]);
    expect(events[0]).toMatchObject({ send: { outId: 'of main' }, result: { outId: 'of main' } });
    const { send: { outId } = {}, result } = events[1]!;
    expect(outId).toMatch(/^.{36}$/);
    expect(result!.outId).toBe(outId);
  });

  it('hands to the next instance only what the one before could not send', async () => {
    const { send, calls, notes } = senderOf({
      main: ({ outId }) => (outId === 'b' ? accepted() : noMoney()),
      backup: accepted,
    });
    const results = await send(messages('a', 'b', 'c'));
    expect(results.map(({ index }) => index)).toEqual([1, 0, 2]);
    expect(calls.map(({ instance, ids }) => [instance, ids])).toEqual([
      ['main', ['a', 'b', 'c']],
      ['backup', ['a', 'c']],
    ]);
    // Once for the instance, and not once for each message.
    expect(notes).toEqual(['main']);
  });

  it('asks nobody else where all is sent, or where the outcome is unknown', async () => {
    const { send, calls, notes } = senderOf({
      main: ({ outId }) => (outId === 'a' ? unknown() : accepted()),
      backup: accepted,
    });
    const results = await send(messages('a', 'b'));
    expect(results.map(({ outcome }) => outcome)).toEqual(['unknown', 'accepted']);
    expect(calls).toHaveLength(1);
    expect(notes).toEqual(['main']);
  });

  it('hands on no unknown after a failure that was noted', async () => {
    const { send, calls } = senderOf({
      main: ({ outId }) => (outId === 'a' ? noMoney() : unknown()),
      backup: accepted,
    });
    const results = await send(messages('a', 'b'));
    expect(results.map(({ index, outcome }) => [index, outcome])).toEqual([
      [1, 'unknown'],
      [0, 'accepted'],
    ]);
    expect(calls[1]).toMatchObject({ ids: ['a'] });
  });

  it('says of each message why nobody could send it', async () => {
    const { send } = senderOf({ main: noMoney, backup: noMoney });
    const [result] = await send(messages('a'));
    expect(result).toMatchObject({
      index: 0,
      outcome: 'not-sent',
      error: {
        reason: 'failover',
        outId: 'a',
        failures: [{ instance: 'main' }, { instance: 'backup' }],
      },
    });
  });

  it('leaves open what became of a message for which the instance gave no result', async () => {
    const { send, calls } = senderOf({
      main: ({ outId }) => (outId === 'a' ? undefined : accepted()),
      backup: accepted,
    });
    const results = await send(messages('a', 'b'));
    expect(results).toMatchObject([
      { index: 1, outcome: 'accepted' },
      { index: 0, outcome: 'unknown', error: { reason: 'internal' } },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('says that a message was not sent which its instance did not read any more', async () => {
    const stop = new AbortController();
    const { send } = senderOf(
      {
        main: () => {
          stop.abort();
          return undefined;
        },
      },
      { signal: stop.signal },
    );
    expect(await send(messages('a'))).toMatchObject([
      { outcome: 'not-sent', error: { reason: 'aborted' } },
    ]);
  });

  it('tells what is not valid, and sends the others', async () => {
    const { send, calls } = senderOf({ main: accepted });
    const results = await send([message('a'), { ...message('b'), phoneList: [] }, message('c')]);
    expect(results.map(({ index, outcome }) => [index, outcome])).toEqual([
      [1, 'invalid'],
      [0, 'accepted'],
      [2, 'accepted'],
    ]);
    expect(calls).toMatchObject([{ ids: ['a', 'c'] }]);
  });

  it('counts each message once, and the calls of all instances', async () => {
    const seen: BulkProgress[] = [];
    const { send } = senderOf(
      { main: ({ outId }) => (outId === 'a' ? noMoney() : accepted()), backup: accepted },
      { onProgress: (progress) => void seen.push(progress) },
    );
    await send([...messages('a', 'b'), { ...message('c'), phoneList: [] }]);
    expect(seen.at(-1)).toEqual({
      accepted: 2,
      refused: 0,
      'not-sent': 0,
      unknown: 0,
      invalid: 1,
      read: 3,
      done: 3,
      calls: 2,
    });
    expect(seen).toHaveLength(3);
  });

  it('hands its options to the instances', async () => {
    const { signal } = new AbortController();
    const { send, calls } = senderOf(
      { main: accepted },
      { concurrency: 2, perSecond: 10_000, signal },
    );
    await send(messages('a'));
    expect(calls[0]!.options).toMatchObject({ concurrency: 2, perSecond: 10_000, signal });
    const without = senderOf({ main: accepted });
    await without.send(messages('a'));
    expect(Object.keys(without.calls[0]!.options)).toEqual(['onProgress']);
  });

  it('asks no failover again through which the messages came', async () => {
    const { send, calls, asked } = senderOf({ outer: accepted, main: accepted });
    await send([forwardMessage(message('a'), ['outer'])]);
    expect(asked).toEqual([['outer']]);
    expect(calls).toMatchObject([{ instance: 'main' }]);
  });

  it('keeps its pace by recipients, from one chunk to the next', async () => {
    const { send } = senderOf({ main: accepted }, { perSecond: 200_000 });
    const many = Array.from({ length: 4_001 }, (_, i) => message(String(i)));
    const start = performance.now();
    expect(await send(many)).toHaveLength(4_001);
    // 8,000 recipients at 200 in a millisecond; a timer may fire a little early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(38);
  });

  it('reads nothing more once it is stopped', async () => {
    const stop = new AbortController();
    let read = 0;
    function* source() {
      for (;;) {
        read++;
        yield message(String(read));
      }
    }
    const { send } = senderOf(
      {
        main: () => {
          stop.abort();
          return accepted();
        },
      },
      { signal: stop.signal },
    );
    expect(await send(source())).toHaveLength(read);
    expect(read).toBe(4_000);
  });
});
