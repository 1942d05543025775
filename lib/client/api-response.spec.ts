import { describe, expect, it } from 'vitest';
import type { SmsException } from '../errors/sms.exception.js';
import type { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { parseResponse } from './api-response.js';

const PHONE = '13800138000';
const SENSITIVE = { values: ['1234', 'LTAI5tKey', 'abc'], phones: [PHONE] };

function parse(
  status: number,
  body: unknown,
  { mustBeOk = true, headers = {} as Record<string, string> } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parseResponse({ status, headers, body: Buffer.from(text) }, mustBeOk, () => SENSITIVE);
}

function failureOf(...response: Parameters<typeof parse>): SmsException {
  try {
    parse(...response);
  } catch (error) {
    return error as SmsException;
  }
  return expect.fail('the response is a success');
}

const refusal = (Code: unknown, Message: unknown = 'no reason') => ({ Code, Message });

describe('a response that is a success', () => {
  it('is JSON with OK, and is shown without values of the call', () => {
    const body = { Code: 'OK', Message: 'OK', BizId: '123456789012^0', RequestId: 'R-1', Extra: 7 };
    expect(parse(200, body, { headers: { a: 'b' } })).toEqual({
      statusCode: 200,
      headers: { a: 'b' },
      body,
    });
    const echo = { Code: 'OK', Message: 'sent 1234', BizId: 'abc1234', RequestId: PHONE };
    expect(JSON.stringify(parse(299, echo))).not.toMatch(/1234|13800138000/);
  });

  it('keeps an id of Aliyun, although a short value is found in it by chance', () => {
    const BizId = '900012341234^0';
    const RequestId = 'F655A8D5-B967-440B-8683-DAD61234DE04';
    expect(parse(200, { Code: 'OK', BizId, RequestId }).body).toMatchObject({ BizId, RequestId });
  });

  it('has no id where Aliyun gives none, or none that is a text', () => {
    const { body } = parse(200, { Code: 'OK', BizId: '', RequestId: 7 });
    expect(body['BizId']).toBeUndefined();
    expect(body['RequestId']).toBeUndefined();
  });

  it('is any JSON object of an operation that says for itself how it went', () => {
    const body = { Code: 'isv.X', Message: '1234' };
    expect(parse(200, body, { mustBeOk: false }).body).toEqual(body);
    expect(failureOf(400, body, { mustBeOk: false })).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a response that proves nothing', () => {
  it.each<[string, number, unknown, string]>([
    ['no JSON', 200, '<html>', 'unreadable-answer'],
    ['no JSON', 499, '<html>', 'unreadable-answer'],
    ['no JSON', 500, '<html>', 'server-error'],
    ['an array', 200, '[]', 'unreadable-answer'],
    ['null', 200, 'null', 'unreadable-answer'],
    ['a text', 200, '"OK"', 'unreadable-answer'],
    ['a text', 400, '"OK"', 'unreadable-answer'],
    ['a number', 400, '7', 'unreadable-answer'],
    ['a redirect', 300, { Code: 'OK' }, 'unreadable-answer'],
    ['a redirect', 399, refusal('isv.AMOUNT_NOT_ENOUGH'), 'unreadable-answer'],
    ['no Code', 200, {}, 'unreadable-answer'],
    ['an empty Code', 200, refusal(''), 'unreadable-answer'],
    ['a Code that is no text', 200, refusal({}), 'unreadable-answer'],
    ['no Code', 400, {}, 'server-error'],
    ['OK', 400, { Code: 'OK' }, 'unreadable-answer'],
    ['OK in another field', 200, { code: 'OK' }, 'unreadable-answer'],
    ['a refusal', 500, refusal('InvalidParameter'), 'server-error'],
    ['a word of no kind', 400, refusal('ServiceTimeout'), 'server-error'],
    ['a code that may have been executed', 200, refusal('isp.SYSTEM_ERROR'), 'server-error'],
    ['an unknown code of the service', 299, refusal('Something.Else'), 'server-error'],
    ['an isv. code nobody has listed', 400, refusal('isv.NEW_RULE'), 'server-error'],
    ['a word that begins like throttling', 429, refusal('Throttlings'), 'server-error'],
  ])('%s with HTTP %i', (_, status, body, reason) => {
    const error = failureOf(status, body);
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown', reason, status });
  });

  it('says what it was, without a value of the call', () => {
    const body = { ...refusal('ServiceTimeout', `late 1234 ${PHONE}`), RequestId: 'R-1' };
    const error = failureOf(400, body);
    expect(error.requestId).toBe('R-1');
    expect(error.message).toMatch(/^Aliyun answered HTTP 400 with ServiceTimeout \(late /);
    expect(error.message).not.toMatch(/1234|13800138000/);
    expect(failureOf(400, {}).message).toMatch(/with HTTP400 \(no text given\)/);
    expect(failureOf(200, {}).message).toMatch(/HTTP 200, .*: it has no Code/);
    expect(failureOf(302, {}).message).toMatch(/: it is a redirect/);
    expect(failureOf(200, 'x').message).toMatch(/: it is not a JSON object/);
  });
});

describe('a response that is a refusal', () => {
  it.each<[number, string]>([
    [200, 'isv.AMOUNT_NOT_ENOUGH'],
    [200, 'isv.NEW_RULE'],
    [299, 'isv.NEW_RULE'],
    [400, 'InvalidParameter'],
    [404, 'InvalidAccessKeyId.NotFound'],
    [499, 'Forbidden'],
    [200, 'Throttling'],
    [429, 'Throttling.User'],
    [503, 'Throttling.Api'],
  ])('HTTP %i with %s', (status, code) => {
    const error = failureOf(status, { ...refusal(code), RequestId: 'R-1' });
    expect(error).toMatchObject({ code: 46002, aliyunCode: code, requestId: 'R-1' });
  });

  it('may have its fields in lower case', () => {
    const body = { code: 'MissingSignName', message: 'give one', requestId: 'r' };
    expect(failureOf(400, body)).toMatchObject({
      aliyunCode: 'MissingSignName',
      aliyunMessage: 'give one',
      requestId: 'r',
    });
  });

  it('has a text, whatever Aliyun gives for one', () => {
    const { aliyunMessage } = failureOf(400, refusal('Forbidden', {})) as SmsRejectedException;
    expect(aliyunMessage).toBe('no text given');
  });

  it('shows no value of the call in text, code and id', () => {
    const body = { ...refusal('isv.1234', `bad LTAI5tKey ${PHONE}`), RequestId: 'r-ltai5tkey-1' };
    const error = failureOf(200, body);
    expect(error).toMatchObject({ code: 46002 });
    expect(JSON.stringify(error)).not.toMatch(/1234|LTAI5tKey|13800138000/i);
    expect(failureOf(400, { Code: 'Forbidden', RequestId: `${PHONE}-9` }).requestId).not.toMatch(
      PHONE,
    );
    expect(failureOf(400, { Code: 'Forbidden', RequestId: 'a b\nc' }).requestId).toBe('a b c');
  });

  it('shows a code of the catalogue, although a short value is a part of it', () => {
    const body = Buffer.from(JSON.stringify(refusal('isv.OUT_OF_SERVICE')));
    const sensitive = () => ({ values: ['SERVICE'], phones: [] });
    const parsing = () => parseResponse({ status: 200, headers: {}, body }, true, sensitive);
    expect(parsing).toThrow(expect.objectContaining({ aliyunCode: 'isv.OUT_OF_SERVICE' }));
  });

  it.each([
    ['2500', 2.5],
    ['1', 0.001],
    ['0', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['Infinity', undefined],
  ])('says when to come back by its header: %s ms', (value, seconds) => {
    const headers = { 'x-acs-retry-after': value };
    expect(failureOf(429, refusal('Throttling'), { headers }).retryAfter).toBe(seconds);
  });

  it('says when to come back by its text, if there is no header', () => {
    const body = refusal('isv.BUSINESS_LIMIT_CONTROL', '触发分钟级流控Permits:1');
    expect(failureOf(200, body).retryAfter).toBe(60);
    expect(failureOf(200, body, { headers: { 'x-acs-retry-after': '500' } }).retryAfter).toBe(0.5);
  });
});
