import { describe, expect, it } from 'vitest';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { notConnected, providerFailure } from './provider-failure.js';

const OPEN = new AbortController().signal;
const ABORTED = AbortSignal.abort();

const fetchFailed = (code: unknown) =>
  Object.assign(new TypeError('fetch failed'), { cause: { code } });

const failureOf = (thrown: unknown, limits: Partial<Parameters<typeof providerFailure>[2]> = {}) =>
  providerFailure(thrown, 'SMS.Paper', {
    caller: undefined,
    timeout: 300,
    signal: OPEN,
    ...limits,
  });

describe('a fetch that fails', () => {
  it.each([
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
  ])('proves that nothing was sent: %s', (code, reason) => {
    const error = notConnected(fetchFailed(code), 'SMS.Paper');
    expect(error).toMatchObject({ reason, outcome: 'not-sent' });
    expect(error!.message).toMatch(`No connection to the gateway of SMS.Paper (${code})`);
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'toString', undefined, 7])(
    'proves nothing otherwise: %s',
    (code) => {
      expect(notConnected(fetchFailed(code), 'SMS.Paper')).toBeUndefined();
    },
  );
});

describe('a provider that fails', () => {
  it('has the last word where it throws an exception of ours, even after an abort', () => {
    const refusal = new SmsRejectedException({ aliyunCode: 'isv.X', aliyunMessage: '-' });
    expect(failureOf(refusal, { caller: ABORTED, signal: ABORTED })).toBe(refusal);
  });

  it('leaves open what became of the message: given up by the caller', () => {
    const error = failureOf(new Error('aborted'), { caller: ABORTED, signal: ABORTED });
    expect(error).toMatchObject({ reason: 'aborted', outcome: 'unknown' });
  });

  it('leaves open what became of the message: late', () => {
    const error = failureOf(new Error('aborted'), { caller: OPEN, signal: ABORTED });
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
    expect(error.message).toMatch('The gateway of SMS.Paper did not answer within 300 ms');
  });

  it.each([
    [new RangeError('13800138000'), 'deliver of SMS.Paper ended in RangeError, which'],
    [fetchFailed('ECONNRESET'), 'deliver of SMS.Paper ended in TypeError (ECONNRESET), which'],
    ['13800138000', 'deliver of SMS.Paper ended in string, which'],
    [undefined, 'deliver of SMS.Paper ended in undefined, which'],
  ])('leaves open what became of the message: %s', (thrown, text) => {
    const error = failureOf(thrown);
    expect(error).toMatchObject({ reason: 'server-error', outcome: 'unknown' });
    expect(error.message).toMatch(text);
    expect(error.message).not.toContain('13800138000');
  });
});
