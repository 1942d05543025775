import { describe, expect, it, vi } from 'vitest';
import { describeSmsError } from './catalogue/index.js';
import { SmsParameterException } from './sms-parameter.exception.js';
import { SmsRejectedException } from './sms-rejected.exception.js';
import { SmsRequestException, type SmsRequestFailure } from './sms-request.exception.js';
import { SmsException } from './sms.exception.js';

const REJECTION = { aliyunCode: 'isv.OUT_OF_SERVICE', aliyunMessage: 'out of service' };

async function importCopy() {
  vi.resetModules();
  return import('./sms-rejected.exception.js');
}

describe('repeat', () => {
  it('is no for a message that is not valid', () => {
    expect(new SmsParameterException({ phoneList: ['must not be empty'] }).repeat).toBe('no');
  });

  it.each([
    ['isv.OUT_OF_SERVICE', 'no'],
    ['isv.BUSINESS_LIMIT_CONTROL', 'later'],
    ['Throttling.User', 'later'],
    ['IllegalTimestamp', 'no'],
  ])('is for %s what the catalogue says: %s', (aliyunCode, repeat) => {
    const error = new SmsRejectedException({ aliyunCode, aliyunMessage: 'm' });
    expect(error.repeat).toBe(repeat);
    expect(error.repeat).toBe(describeSmsError(aliyunCode).repeat);
  });

  it.each(['ACME_QUOTA', 'isp.NEW', 'SYSTEM_ERROR', 'constructor', '__proto__', 'toString'])(
    'is never care for a refusal, which proves that nothing was sent: %s',
    (aliyunCode) => {
      const refused = { aliyunCode, aliyunMessage: 'm' };
      expect(new SmsRejectedException(refused)).toMatchObject({ repeat: 'no', outcome: 'refused' });
      expect(new SmsRejectedException(refused).message).toMatch(/Nothing was sent/);
      expect(new SmsRejectedException({ ...refused, retryAfter: 5 }).repeat).toBe('later');
      expect(new SmsRejectedException({ ...refused, repeat: 'later' }).repeat).toBe('later');
    },
  );

  const failed = (reason: SmsRequestFailure, outcome: 'not-sent' | 'unknown' = 'not-sent') =>
    new SmsRequestException({ reason, outcome, detail: 'what happened' });

  it.each<SmsRequestFailure>(['connect', 'dns', 'deadline', 'aborted', 'limit-store', 'closed'])(
    'is later where nothing was sent because of %s',
    (reason) => {
      expect(failed(reason).repeat).toBe('later');
    },
  );

  it.each<SmsRequestFailure>([
    'tls',
    'credentials',
    'configuration',
    'unknown-instance',
    'internal',
  ])('is no where nothing was sent because of %s', (reason) => {
    expect(failed(reason).repeat).toBe('no');
  });

  it.each<SmsRequestFailure>(['deadline', 'server-error', 'internal', 'configuration'])(
    'is care for an unknown outcome after %s',
    (reason) => {
      expect(failed(reason, 'unknown').repeat).toBe('care');
    },
  );

  it('is later after a failover of which one instance may be able to send later', () => {
    const after = (...reasons: SmsRequestFailure[]) =>
      new SmsRequestException({
        reason: 'failover',
        outcome: 'not-sent',
        detail: 'none',
        failures: reasons.map((reason) => ({ instance: reason, error: failed(reason) })),
      });
    expect(after('credentials', 'connect').repeat).toBe('later');
    expect(after('credentials', 'tls').repeat).toBe('no');
  });

  it('is a part of the JSON form', () => {
    expect(failed('dns').toJSON()).toMatchObject({ repeat: 'later' });
    expect(new SmsRejectedException(REJECTION).toJSON()).toMatchObject({ repeat: 'no' });
    expect(new SmsParameterException({ params: ['x'] }).toJSON()).toMatchObject({ repeat: 'no' });
  });
});

describe('instanceof', () => {
  it('recognises an exception of another copy of the package by its code', async () => {
    const copy = await importCopy();
    expect(copy.SmsRejectedException).not.toBe(SmsRejectedException);
    const error = new copy.SmsRejectedException(REJECTION);
    expect(error).toBeInstanceOf(SmsException);
    expect(error).toBeInstanceOf(SmsRejectedException);
    expect(error).not.toBeInstanceOf(SmsParameterException);
  });

  it("recognises a user's own subclass by the class alone", () => {
    class OwnException extends SmsRejectedException {}
    expect(new OwnException(REJECTION)).toBeInstanceOf(OwnException);
    expect(new OwnException(REJECTION)).toBeInstanceOf(SmsRejectedException);
    expect(new SmsRejectedException(REJECTION)).not.toBeInstanceOf(OwnException);
  });

  it('recognises nothing else', () => {
    expect(new Error('x')).not.toBeInstanceOf(SmsException);
    expect({ code: 46002 } as unknown).not.toBeInstanceOf(SmsRejectedException);
    expect(undefined).not.toBeInstanceOf(SmsRejectedException);
  });
});
