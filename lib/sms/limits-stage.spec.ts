import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import {
  FlowControlGuard,
  type FlowControlOptions,
  type LimitStore,
  MemoryLimitStore,
} from '../limits/index.js';
import { limitsStage } from './limits-stage.js';
import { OutgoingMessage } from './outgoing-message.js';
import type { Submission } from './send-pipeline.js';
import type { SendMessageResult } from './sms-message.js';

const ONE_A_MINUTE = { windows: [{ limit: 1, windowMs: 60_000, by: 'phone' as const }] };
const ACCEPTED = { code: 'OK', message: 'OK', bizId: 'b', requestId: 'r', outId: 'o' } as const;

function submission(time: Partial<Submission> = {}): Submission {
  const outgoing = new OutgoingMessage('login', 'order-1', {
    template: 'SMS_1',
    sign: undefined,
    phones: ['13800138000'],
    params: {},
    extendCode: undefined,
    through: [],
    limit: undefined,
  });
  const trace = { startedAt: performance.now(), attempts: 0 };
  return { outgoing, trace, deadline: performance.now() + 10_000, signal: undefined, ...time };
}

function limited(options: FlowControlOptions = ONE_A_MINUTE) {
  const stage = limitsStage(new FlowControlGuard(options, new MemoryLimitStore()));
  let calls = 0;
  const send = (
    end: () => Promise<SendMessageResult> = async () => ACCEPTED,
    time?: Partial<Submission>,
  ) =>
    stage(submission(time), () => {
      calls++;
      return end();
    });
  return { send, calls: () => calls };
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('the message was sent'),
    (error: SmsException) => error,
  );

describe('the limits of a send', () => {
  let warn: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    warn.mockRestore();
  });

  it('refuse before the call, and say that it was us and when to come back', async () => {
    const { send, calls } = limited();
    expect(await send()).toBe(ACCEPTED);
    const error = await failureOf(send());
    expect(error).toBeInstanceOf(SmsRejectedException);
    expect(error).toMatchObject({
      aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
      aliyunMessage: '触发分钟级流控Permits:1',
      local: true,
      retryAfter: 60,
    });
    expect(calls()).toBe(1);
    expect(warn).not.toHaveBeenCalled();
  });

  const refused = new SmsRejectedException({ aliyunCode: 'isv.X', aliyunMessage: '-' });
  const notSent = new SmsRequestException({ reason: 'dns', outcome: 'not-sent', detail: '-' });
  const unknown = new SmsRequestException({ reason: 'reset', outcome: 'unknown', detail: '-' });

  it.each<[string, unknown]>([
    ['refused', refused],
    ['not sent', notSent],
    ['not valid', new SmsParameterException({ outId: ['is too long'] })],
  ])('give the place back where the message was %s', async (_, error) => {
    const { send } = limited();
    expect(await failureOf(send(() => Promise.reject(error)))).toBe(error);
    expect(await send()).toBe(ACCEPTED);
  });

  it.each<[string, unknown]>([
    ['is on its way, maybe', unknown],
    ['ended in a bug', new TypeError('x')],
  ])('keep the place where the message %s', async (_, error) => {
    const { send } = limited();
    expect(await failureOf(send(() => Promise.reject(error)))).toBe(error);
    expect(await failureOf(send())).toMatchObject({ local: true });
  });

  it.each([
    ['aborted', { signal: AbortSignal.abort() }],
    ['deadline', { deadline: 0 }],
  ] as const)(
    'make no call and take no place where the send has ended: %s',
    async (reason, time) => {
      const { send, calls } = limited();
      const error = await failureOf(send(undefined, time));
      expect(error).toMatchObject({ code: 46003, reason, outcome: 'not-sent' });
      expect(calls()).toBe(0);
      expect(await send()).toBe(ACCEPTED);
    },
  );

  const down: LimitStore = {
    reserve: () => Promise.reject(new Error('down')),
    release: () => Promise.reject(new Error('down')),
  };

  it('make no call where their store fails and nobody else counts', async () => {
    const { send, calls } = limited({ ...ONE_A_MINUTE, store: down });
    expect(await failureOf(send())).toMatchObject({ reason: 'limit-store', outcome: 'not-sent' });
    expect(calls()).toBe(0);
    expect(warn).not.toHaveBeenCalled();
  });

  it('let the send pass uncounted where they may, and the log says so', async () => {
    const { send } = limited({ ...ONE_A_MINUTE, store: down, onStoreError: 'allow' });
    expect(await send()).toBe(ACCEPTED);
    expect(warn).toHaveBeenCalledOnce();
    expect(String(warn.mock.calls)).toMatch(/^A send of login is not counted: The store/);
  });
});
