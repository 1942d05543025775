import { describe, expect, it } from 'vitest';
import { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { forwardMessage } from './forwarded-message.js';
import { HookRunner } from './hook-runner.js';
import {
  type SendPipelineOptions,
  SendPipeline,
  type SendStage,
  type Submission,
} from './send-pipeline.js';
import type { SmsResultEvent, SmsSendEvent } from './sms-hooks.js';
import type { SendMessageResult, SmsMessage } from './sms-message.js';
import { withStart } from './given-time.js';

const MESSAGE: SmsMessage = {
  phoneList: ['13800138000', '13900139000'],
  params: { code: '1234' },
  verifyTemplateCode: 'SMS_1',
  outId: 'order-1',
};
const ACCEPTED: SendMessageResult = {
  code: 'OK',
  message: 'OK',
  bizId: 'b',
  requestId: 'r',
  outId: 'order-1',
};

/** A pipeline whose call is accepted, and everything that came by. */
function pipelineOf(options: Partial<SendPipelineOptions> = {}) {
  const started: SmsSendEvent[] = [];
  const ended: SmsResultEvent[] = [];
  const submitted: Submission[] = [];
  const hooks = new HookRunner(
    'login',
    [{ onSend: (send) => void started.push(send), onResult: (result) => void ended.push(result) }],
    new Set(),
  );
  const { submit = async () => ACCEPTED, ...others } = options;
  const pipeline = new SendPipeline({
    instance: 'login',
    hooks,
    requiresSign: false,
    stages: {},
    timeout: 1_000,
    closing: new AbortController().signal,
    ...others,
    submit: (submission) => {
      submitted.push(submission);
      return submit(submission);
    },
  });
  return { pipeline, started, ended, submitted };
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('the message was sent'),
    (error: SmsException) => error,
  );

const FAILED = { reason: 'reset', outcome: 'unknown', detail: 'Of a test' } as const;

describe('a send', () => {
  it('is told to the hooks when it begins and when it ends', async () => {
    const { pipeline, started, ended, submitted } = pipelineOf();
    expect(await pipeline.send(MESSAGE)).toBe(ACCEPTED);
    expect(started).toEqual([submitted[0]!.outgoing]);
    expect(ended).toEqual([
      {
        instance: 'login',
        send: started[0],
        outcome: 'accepted',
        attempts: 0,
        duration: expect.any(Number),
        result: ACCEPTED,
      },
    ]);
    expect(ended[0]!.duration).toBeLessThan(1_000);
  });

  it('counts the requests that its type counts', async () => {
    const { pipeline, ended } = pipelineOf({
      submit: async ({ trace }) => {
        trace.attempts += 2;
        return ACCEPTED;
      },
    });
    await pipeline.send(MESSAGE);
    expect(ended[0]!.attempts).toBe(2);
  });

  it('has an id of its own where the message has none', async () => {
    const { pipeline, submitted } = pipelineOf();
    const { outId: _, ...message } = MESSAGE;
    await pipeline.send(message);
    await pipeline.send({ ...MESSAGE, outId: ' order-1\n' });
    expect(submitted[0]!.outgoing.outId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(submitted[1]!.outgoing.outId).toBe('order-1');
  });

  it('has one deadline, which counts from when it began', async () => {
    const { pipeline, submitted } = pipelineOf();
    const before = performance.now();
    await pipeline.send(MESSAGE);
    const { deadline } = submitted[0]!;
    expect(deadline).toBeGreaterThanOrEqual(before + 1_000);
    expect(deadline).toBeLessThanOrEqual(performance.now() + 1_000);
    await pipeline.send(withStart(MESSAGE, 7));
    expect(submitted[1]!.deadline).toBe(1_007);
  });

  it('hands on the signal of its message, and its sign before that of the instance', async () => {
    const { pipeline, submitted } = pipelineOf({ sign: '默认' });
    const { signal } = new AbortController();
    await pipeline.send({ ...MESSAGE, signal });
    await pipeline.send({ ...MESSAGE, verifySign: '自己' });
    expect(submitted.map((each) => [each.signal, each.outgoing.content.sign])).toEqual([
      [signal, '默认'],
      [undefined, '自己'],
    ]);
  });

  it('goes through its stages in a fixed order, whatever the order of the options is', async () => {
    const seen: string[] = [];
    const stage = (name: string): SendStage => {
      return async (submission, next) => {
        seen.push(name);
        return next(submission);
      };
    };
    const stages = {
      limits: stage('limits'),
      guard: stage('guard'),
      idempotency: stage('idempotency'),
    };
    await pipelineOf({ stages }).pipeline.send(MESSAGE);
    expect(seen).toEqual(['idempotency', 'guard', 'limits']);
  });

  it('is not submitted where a stage ends it', async () => {
    const refusal = new SmsRejectedException({ aliyunCode: 'isv.X', aliyunMessage: '-' });
    const { pipeline, submitted, ended } = pipelineOf({
      stages: { limits: () => Promise.reject(refusal) },
    });
    expect(await failureOf(pipeline.send(MESSAGE))).toBe(refusal);
    expect(submitted).toEqual([]);
    expect(ended).toMatchObject([{ outcome: 'refused', error: refusal }]);
  });
});

describe('a send that fails', () => {
  it('says where, of which message, and to whom', async () => {
    const error = new SmsRequestException(FAILED);
    const { pipeline, ended } = pipelineOf({ submit: () => Promise.reject(error) });
    const before = Date.now();
    expect(await failureOf(pipeline.send(MESSAGE))).toBe(error);
    expect(error).toMatchObject({ instance: 'login', outId: 'order-1' });
    expect(error.toQueries().map(({ phone }) => phone)).toEqual(MESSAGE.phoneList);
    expect(error.sentAt!.getTime()).toBeGreaterThanOrEqual(before);
    expect(ended).toMatchObject([{ outcome: 'unknown', error, send: { outId: 'order-1' } }]);
  });

  it('keeps what an instance of a failover has said of it', async () => {
    const sentAt = new Date(7);
    const error = new SmsRequestException({ ...FAILED, instance: 'main', outId: 'of main' });
    error.about(sentAt, ['13700137000']);
    const { pipeline } = pipelineOf({ submit: () => Promise.reject(error) });
    await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ instance: 'main', outId: 'of main', sentAt });
    expect(error.toQueries()).toEqual([{ outId: 'of main', phone: '13700137000', sentAt }]);
  });

  it('names the message, and keeps the instance that has named itself', async () => {
    const error = new SmsRequestException({ ...FAILED, instance: 'main' });
    const { pipeline } = pipelineOf({ submit: () => Promise.reject(error) });
    await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ instance: 'main', outId: 'order-1' });
  });

  it('is of unknown outcome where what was thrown is no exception of ours', async () => {
    const thrown = new TypeError('number 13800138000');
    const { pipeline, ended } = pipelineOf({ submit: () => Promise.reject(thrown) });
    const error = await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ code: 46003, reason: 'internal', outcome: 'unknown' });
    expect(error.message).toMatch(/ended in TypeError at send-pipeline\.spec\.ts:\d+/);
    expect(error.message).not.toContain('13800138000');
    expect(ended).toMatchObject([{ outcome: 'unknown' }]);
  });

  it('says so where nobody knows where it failed', async () => {
    const { pipeline } = pipelineOf({ submit: () => Promise.reject('a text') });
    const { message } = await failureOf(pipeline.send(MESSAGE));
    expect(message).toMatch(/ended in string at an unknown place/);
  });
});

describe('a message that is not valid', () => {
  it('is refused as a rejection, and told to the hooks without a send', async () => {
    const { pipeline, started, ended, submitted } = pipelineOf();
    const error = await failureOf(pipeline.send({ ...MESSAGE, phoneList: [] }));
    expect(error).toBeInstanceOf(SmsParameterException);
    expect(error.instance).toBe('login');
    expect([started, submitted]).toEqual([[], []]);
    expect(ended).toEqual([
      { instance: 'login', outcome: 'invalid', attempts: 0, duration: expect.any(Number), error },
    ]);
  });

  it('is told as an attempt of the failover that it came from last', async () => {
    const { pipeline, ended } = pipelineOf();
    const message = forwardMessage({ ...MESSAGE, phoneList: [] }, ['first', 'second']);
    await failureOf(pipeline.send(message));
    expect(ended).toMatchObject([{ attemptOf: 'second' }]);
  });

  it('is one without a signature, where the type needs one', async () => {
    const { pipeline, submitted } = pipelineOf({ requiresSign: true });
    const error = await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ code: 46001, violations: { verifySign: [/^is missing/] } });
    await pipeline.send({ ...MESSAGE, verifySign: '某某科技' });
    expect(submitted).toHaveLength(1);
  });
});

describe('a message that is prepared', () => {
  it('is sent as prepared, with the failovers that it came through', async () => {
    const { pipeline, submitted } = pipelineOf({
      prepare: (message) => ({ ...message, phoneList: ['13700137000'], outId: 'prepared' }),
    });
    await pipeline.send(forwardMessage(MESSAGE, ['both']));
    const { content, outId, attemptOf } = submitted[0]!.outgoing;
    expect(outId).toBe('prepared');
    expect(attemptOf).toBe('both');
    expect(content).toMatchObject({ template: 'SMS_1', phones: ['13700137000'] });
  });

  it('may take its time for that, within the time of the call', async () => {
    const { pipeline, submitted } = pipelineOf({
      prepare: async (message) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return message;
      },
      timeout: 20_000,
    });
    expect(await pipeline.send(MESSAGE)).toBe(ACCEPTED);
    expect(submitted).toHaveLength(1);
  });

  it('is not prepared where it was not valid before', async () => {
    let calls = 0;
    const { pipeline } = pipelineOf({
      prepare: (message) => {
        calls++;
        return message;
      },
    });
    await failureOf(pipeline.send({ ...MESSAGE, phoneList: [] }));
    expect(calls).toBe(0);
  });

  it('is refused where it is not valid after', async () => {
    const { pipeline, submitted, ended } = pipelineOf({
      prepare: (message) => ({ ...message, phoneList: [] }),
    });
    const error = await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ code: 46001, instance: 'login' });
    expect(submitted).toEqual([]);
    expect(ended).toMatchObject([{ outcome: 'invalid' }]);
  });

  it.each([
    ['throws', () => expectThrow()],
    ['rejects', () => Promise.reject(new TypeError('x'))],
  ])('was not sent where prepare %s', async (_, prepare) => {
    const { pipeline, ended } = pipelineOf({ prepare });
    const error = await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ reason: 'internal', outcome: 'not-sent', instance: 'login' });
    expect(ended).toMatchObject([{ outcome: 'not-sent' }]);
  });

  it('ends in what prepare says, where that is an exception of ours', async () => {
    const refusal = new SmsParameterException({ phoneList: ['is blocked'] });
    const { pipeline } = pipelineOf({ prepare: () => Promise.reject(refusal) });
    expect(await failureOf(pipeline.send(MESSAGE))).toBe(refusal);
  });

  it('was not sent where prepare takes longer than the call may', async () => {
    const { pipeline, submitted } = pipelineOf({
      prepare: () => new Promise(() => {}),
      timeout: 1,
    });
    const error = await failureOf(pipeline.send(MESSAGE));
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'not-sent' });
    expect(submitted).toEqual([]);
  });

  it('was not sent where its caller gave up meanwhile', async () => {
    const caller = new AbortController();
    const { pipeline } = pipelineOf({
      prepare: () => {
        caller.abort();
        return new Promise(() => {});
      },
    });
    const error = await failureOf(pipeline.send({ ...MESSAGE, signal: caller.signal }));
    expect(error).toMatchObject({ reason: 'aborted', outcome: 'not-sent' });
  });
});

describe('a message that others have sent', () => {
  it('is told to the hooks as a send and its end', () => {
    const { pipeline, started, ended } = pipelineOf();
    const content = {
      template: 'SMS_1',
      sign: undefined,
      phones: ['13800138000'],
      params: {},
      extendCode: undefined,
      through: [],
      limit: undefined,
    };
    pipeline.report(content, 'order-1', ACCEPTED);
    pipeline.report(content, 'order-2', new SmsRequestException(FAILED));
    expect(started.map(({ outId }) => outId)).toEqual(['order-1', 'order-2']);
    expect(ended).toMatchObject([
      { outcome: 'accepted', attempts: 0, result: ACCEPTED },
      { outcome: 'unknown' },
    ]);
  });
});

function expectThrow(): never {
  throw new RangeError('number 13800138000');
}
