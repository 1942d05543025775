import { describe, expect, it } from 'vitest';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { type SmsRequestFailure, SmsRequestException } from '../errors/sms-request.exception.js';
import { decide } from './failover-policy.js';

const refused = (aliyunCode: string, local?: boolean) =>
  decide(new SmsRejectedException({ aliyunCode, aliyunMessage: 'no text given', local }));

const failed = (reason: SmsRequestFailure, outcome: 'not-sent' | 'unknown') =>
  decide(new SmsRequestException({ reason, outcome, detail: 'Of a test' }));

const STOP = { tryNext: false, coolDown: false };
const NEXT = { tryNext: true, coolDown: false };
const NEXT_AND_COOL_DOWN = { tryNext: true, coolDown: true };

describe('what a failure of one instance means for the next', () => {
  it('nothing, where the message is not valid', () => {
    expect(decide(new SmsParameterException({ phoneList: ['is missing'] }))).toEqual(STOP);
  });

  it.each(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.TEMPLATE_MISSING_PARAMETERS', 'isv.NOBODY_KNOWS_IT'])(
    'nothing, where the message is to blame, or nobody knows: %s',
    (code) => {
      expect(refused(code)).toEqual(STOP);
    },
  );

  it.each(['isv.AMOUNT_NOT_ENOUGH', 'isv.OUT_OF_SERVICE', 'InvalidAccessKeyId.NotFound'])(
    'to be asked, while the first one is left alone: %s',
    (code) => {
      expect(refused(code)).toEqual(NEXT_AND_COOL_DOWN);
    },
  );

  it.each(['isv.SMS_TEMPLATE_ILLEGAL', 'isv.SMS_SIGNATURE_ILLEGAL', 'isv.BUSINESS_LIMIT_CONTROL'])(
    'to be asked for this message, which says nothing about others: %s',
    (code) => {
      expect(refused(code)).toEqual(NEXT);
    },
  );

  it('a day that is full at Aliyun is full for others too, but not by limits of our own', () => {
    expect(refused('isv.DAY_LIMIT_CONTROL')).toEqual(NEXT_AND_COOL_DOWN);
    expect(refused('isv.DAY_LIMIT_CONTROL', true)).toEqual(NEXT);
  });

  it.each(['connect', 'dns', 'tls', 'credentials', 'limit-store', 'configuration'] as const)(
    'to be asked where nothing was sent: %s',
    (reason) => {
      expect(failed(reason, 'not-sent')).toEqual(NEXT_AND_COOL_DOWN);
    },
  );

  it.each(['aborted', 'closed'] as const)(
    'nothing, where the caller or the application has ended the send: %s',
    (reason) => {
      expect(failed(reason, 'not-sent')).toEqual(STOP);
    },
  );

  it.each(['reset', 'deadline', 'server-error', 'connect', 'failover', 'internal'] as const)(
    'nothing, where the message may be on its way: %s',
    (reason) => {
      expect(failed(reason, 'unknown')).toEqual(STOP);
    },
  );
});
