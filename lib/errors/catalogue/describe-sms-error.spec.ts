import { describe, expect, it } from 'vitest';
import { ALIYUN_CODES } from '../../../test/support/aliyun-codes.js';
import { ACCOUNT_ENTRIES } from './account.entries.js';
import { GATEWAY_ENTRIES } from './gateway.entries.js';
import { describeSmsError } from './index.js';
import { MESSAGE_ENTRIES } from './message.entries.js';
import { RECEIPT_ENTRIES } from './receipt.entries.js';
import { SIGN_TEMPLATE_ENTRIES } from './sign-template.entries.js';

const TABLES = [
  SIGN_TEMPLATE_ENTRIES,
  MESSAGE_ENTRIES,
  ACCOUNT_ENTRIES,
  GATEWAY_ENTRIES,
  RECEIPT_ENTRIES,
];
const described = ALIYUN_CODES.map((code) => describeSmsError(code));

const of = (code: string) => {
  const { cause, actor, repeat, httpStatus, known } = describeSmsError(code);
  return { cause, actor, repeat, httpStatus, known };
};

describe('describeSmsError', () => {
  it('has every code of Aliyun in one table, and in no second one that overrides it', () => {
    const codes = TABLES.flatMap((table) => Object.keys(table));
    expect(codes.toSorted()).toEqual(ALIYUN_CODES.toSorted());
  });

  it.each(described)('describes $code in both languages, with something to do', (entry) => {
    expect(entry.known).toBe(true);
    expect(entry.text.zh).toMatch(/\p{Script=Han}/u);
    expect(entry.remedy.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(entry.text.en).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
    expect(entry.remedy.en).toMatch(/^[A-Z].{10,}\.$/u);
  });

  it('names both causes of isv.SMS_TEMPLATE_ILLEGAL, the likely one first', () => {
    const { remedy } = describeSmsError('isv.SMS_TEMPLATE_ILLEGAL');
    expect(remedy.en).toMatch(/code .*approved.*params with the variables of the template/);
    expect(remedy.zh).toMatch(/已审核通过.*请检查模板内容与模板参数是否匹配.*params/);
  });

  it('holds no run of digits that could be a phone number or a key', () => {
    expect(JSON.stringify(described)).not.toMatch(/\d{7,}/);
  });

  it.each([
    ['isv.SMS_SIGNATURE_ILLEGAL', 'configuration', 'account-owner', 'no', 502],
    ['isv.AMOUNT_NOT_ENOUGH', 'account', 'account-owner', 'no', 502],
    ['isv.DENY_IP_RANGE', 'configuration', 'developer', 'no', 502],
    ['isv.TEMPLATE_MISSING_PARAMETERS', 'parameter', 'developer', 'no', 422],
    ['isv.PARAM_NOT_SUPPORT_URL', 'content', 'developer', 'no', 422],
    ['isv.CUSTOMER_REFUSED', 'recipient', 'recipient', 'no', 422],
    ['isv.BUSINESS_LIMIT_CONTROL', 'quota', 'nobody', 'later', 429],
    ['isv.DAY_LIMIT_CONTROL', 'quota', 'account-owner', 'later', 429],
    ['isv.MONTH_LIMIT_CONTROL', 'quota', 'account-owner', 'no', 429],
    ['isp.SYSTEM_ERROR', 'platform', 'aliyun', 'care', 503],
    ['isp.RAM_PERMISSION_DENY', 'configuration', 'account-owner', 'no', 502],
    ['IllegalTimestamp', 'configuration', 'developer', 'no', 502],
    ['InvalidTimeStamp', 'configuration', 'developer', 'no', 502],
    ['SignatureNonceUsed', 'platform', 'developer', 'care', 503],
    ['IS_CLOSE', 'platform', 'aliyun', 'later', 503],
    ['MOBILE_TERMINAL_ERROR', 'recipient', 'recipient', 'later', 422],
    ['OK', 'none', 'nobody', 'no', 200],
  ])('says of %s: %s, %s must act, repeat %s, HTTP %i', (code, ...expected) => {
    const [cause, actor, repeat, httpStatus] = expected;
    expect(of(code)).toEqual({ cause, actor, repeat, httpStatus, known: true });
  });

  it('reads the parameter from codes that the gateway forms', () => {
    const missing = describeSmsError('MissingPhoneNumbers');
    expect(missing).toMatchObject({ known: true, cause: 'parameter', httpStatus: 422 });
    expect(missing.text).toEqual({
      zh: '缺少必填参数 PhoneNumbers',
      en: 'The parameter PhoneNumbers is missing.',
    });
    expect(describeSmsError('InvalidTemplateCode.Malformed').text.en).toContain('TemplateCode');
  });

  it.each(['Throttling.UserFlow', 'Throttling.Api.Custom', 'ThrottlingException', 'VALVE:M_MC'])(
    'knows %s as flow control that may be repeated later',
    (code) => {
      expect(of(code)).toMatchObject({ cause: 'quota', repeat: 'later', httpStatus: 429 });
    },
  );

  it('takes unknown kinds of a bad key for configuration and not for a parameter', () => {
    expect(of('InvalidAccessKeyId.Whatever')).toMatchObject({ cause: 'configuration' });
    expect(of('InvalidCredentials')).toMatchObject({ cause: 'configuration' });
  });

  it('does not promise anything about a raw carrier code whose meaning is not published', () => {
    expect(of('MI:0013')).toMatchObject({ known: true, cause: 'platform', repeat: 'care' });
  });

  it('takes an unknown isv code for a refusal that a repeat does not change', () => {
    expect(of('isv.NEW_RULE')).toMatchObject({ known: false, cause: 'unknown', repeat: 'no' });
  });

  it('takes an unknown isp code for an error of Aliyun after which the outcome is open', () => {
    expect(of('isp.NEW_FAULT')).toMatchObject({ known: false, cause: 'platform', repeat: 'care' });
  });

  it.each(['', 'SOMETHING_NEW', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is careful about the unknown code %j',
    (code) => {
      expect(describeSmsError(code).code).toBe(code);
      expect(of(code)).toEqual({
        known: false,
        cause: 'unknown',
        actor: 'developer',
        repeat: 'care',
        httpStatus: 502,
      });
    },
  );

  it.each([undefined, null, 7, {}, ['OK'], Symbol('OK')])(
    'gives the unknown description for %s, which is no string',
    (input) => {
      expect(describeSmsError(input as unknown as string)).toMatchObject({
        code: '',
        known: false,
      });
    },
  );

  it('is not slow on a long code made to be slow', () => {
    const start = performance.now();
    describeSmsError(`Invalid${'A.a'.repeat(100_000)}!`);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('gives a description of its own to each caller', () => {
    describeSmsError('OK').text.en = 'changed';
    expect(describeSmsError('OK').text.en).toBe('Accepted.');
  });
});
