import { afterEach, describe, expect, it, vi } from 'vitest';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { type SmsRequestFailure, SmsRequestException } from '../errors/sms-request.exception.js';
import { NO_RETRY, retryDelay } from './retry.js';

const OPTIONS = { attempts: 4, baseDelay: 100, maxDelay: 350 };

const failed = (reason: SmsRequestFailure, outcome: 'not-sent' | 'unknown' = 'unknown') =>
  new SmsRequestException({ reason, outcome, detail: 'Of a test' });

const refused = (aliyunCode: string, retryAfter?: number) =>
  new SmsRejectedException({ aliyunCode, aliyunMessage: 'no text given', retryAfter });

const NO_CONNECTION = failed('connect', 'not-sent');

describe('the pause before a call is repeated', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is drawn up to a bound that doubles, and never exceeds maxDelay', () => {
    const pauses = () =>
      [1, 2, 3].map((attempts) => retryDelay(NO_CONNECTION, 'SendSms', attempts, OPTIONS));
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(pauses()).toEqual([50, 100, 175]);
    vi.mocked(Math.random).mockReturnValue(0);
    expect(pauses()).toEqual([0, 0, 0]);
  });

  it('is the one that Aliyun asks for', () => {
    const throttled = refused('Throttling.User', 3);
    expect(retryDelay(throttled, 'SendSms', 3, OPTIONS)).toBe(3_000);
  });

  it('ends with the last of the attempts', () => {
    expect(retryDelay(NO_CONNECTION, 'SendSms', 3, OPTIONS)).toBeDefined();
    expect(retryDelay(NO_CONNECTION, 'SendSms', 4, OPTIONS)).toBeUndefined();
    expect(retryDelay(NO_CONNECTION, 'SendSms', 1, NO_RETRY)).toBeUndefined();
  });
});

describe('whether a call is repeated', () => {
  const isRepeated = (error: Parameters<typeof retryDelay>[0], action: string) =>
    retryDelay(error, action, 1, OPTIONS) !== undefined;

  it.each([
    ['no connection', NO_CONNECTION],
    ['no such name', failed('dns', 'not-sent')],
    ['throttled', refused('Throttling')],
    ['throttled by user', refused('Throttling.User')],
  ])('a send is, where it provably was not executed: %s', (_, error) => {
    expect(isRepeated(error, 'SendSms')).toBe(true);
  });

  it.each([
    ['not valid', new SmsParameterException({ phoneList: ['is missing'] })],
    ['refused', refused('isv.BUSINESS_LIMIT_CONTROL')],
    ['of unknown outcome: no connection', failed('connect')],
    ['of unknown outcome: no such name', failed('dns')],
    ['of unknown outcome: a broken connection', failed('reset')],
    ['of unknown outcome: an error of the server', failed('server-error')],
    ['of unknown outcome: no answer of Aliyun', failed('unreadable-answer')],
    ['late', failed('deadline', 'not-sent')],
    ['given up', failed('aborted', 'not-sent')],
    ['made while the application ends', failed('closed', 'not-sent')],
    ['without credentials', failed('credentials', 'not-sent')],
    ['without a certificate', failed('tls', 'not-sent')],
  ])('a send is not, where it is %s', (_, error) => {
    expect(isRepeated(error, 'SendSms')).toBe(false);
  });

  it.each(['QuerySendDetails', 'GetSmsSign', 'ListTagResources'])(
    'a question is, where its answer was lost: %s',
    (action) => {
      for (const reason of ['reset', 'server-error', 'unreadable-answer'] as const) {
        expect(isRepeated(failed(reason), action)).toBe(true);
      }
      expect(isRepeated(failed('deadline'), action)).toBe(false);
    },
  );

  it('an operation that only mentions a question in its name is none', () => {
    expect(isRepeated(failed('reset'), 'DeleteQuery')).toBe(false);
  });
});
