import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { acs3Authorization } from '../../../test/support/acs3-authorization.js';
import { EMPTY_PAYLOAD_HASH, signedHeaderNames } from './acs3.signature.js';
import { canonicalQuery } from './percent-encode.js';
import { RequestSigner } from './request-signer.js';
import type { SignableCall, SigningCredentials } from './signable-call.js';

const HOST = 'dysmsapi.aliyuncs.com';
const SETTINGS = { endpoint: { host: HOST } };
const QUERY = { SignName: '阿里云(测试)', PhoneNumbers: '13800138000', OutId: 'a b' };
const CALL: SignableCall = { action: 'SendSms', version: '2017-05-25', query: QUERY };
const KEYS = keys('LTAI5tKey', 'secret');

describe('the signer of requests', () => {
  it.each<[string, SignableCall, SigningCredentials]>([
    ['a query', CALL, KEYS],
    ['no parameters', { ...CALL, action: 'QuerySmsSignList', query: {} }, KEYS],
    ['a form', { ...CALL, form: { Json: '["1"]' } }, KEYS],
    ['an STS token', CALL, stsKeys('STS.key', 'secret', 'token/with==signs')],
    ['a form under an STS token', { ...CALL, form: { a: 1 } }, stsKeys('k', 's', 't')],
    ['a provider without a name', CALL, { accessKeyId: 'k', accessKeySecret: 's' }],
    ['a secret longer than a block', CALL, keys('k', '长secret'.repeat(20))],
    ['further headers', { ...CALL, headers: { 'x-acs-extra': '1', other: '2' } }, KEYS],
    ['a version of its own', { ...CALL, version: '2018-05-01' }, KEYS],
    ['a header that replaces ours', { ...CALL, headers: { 'x-acs-version': '2016' } }, KEYS],
  ])('signs as the rules of Aliyun say: %s', (_, call, credentials) => {
    const { headers, path } = new RequestSigner(SETTINGS).sign(call, credentials);

    const { authorization, ...others } = toObject(headers);
    expect(path).toBe(Object.keys(call.query).length ? `/?${canonicalQuery(QUERY)}` : '/');
    const request = {
      method: 'POST',
      path: '/',
      query: canonicalQuery(call.query),
      headers: others,
      signedHeaders: signedHeaderNames(others),
      payloadHash: others['x-acs-content-sha256']!,
    };
    expect(authorization).toBe(
      acs3Authorization(request, credentials.accessKeyId, credentials.accessKeySecret),
    );
    expect(others['x-acs-content-sha256'] === EMPTY_PAYLOAD_HASH).toBe(!call.form);
    expect(others).toMatchObject({ 'x-acs-version': call.version, ...call.headers });
  });

  it('lets the caller of an operation replace no header of the body and the account', () => {
    const headers = { 'x-acs-content-sha256': 'x', 'x-acs-credentials-provider': 'x' };
    const signed = toObject(new RequestSigner(SETTINGS).sign({ ...CALL, headers }, KEYS).headers);

    expect(signed['x-acs-content-sha256']).toBe(EMPTY_PAYLOAD_HASH);
    expect(signed['x-acs-credentials-provider']).toBe('static_ak');
  });

  it('takes up keys that were changed in the object of their provider', () => {
    const signer = new RequestSigner(SETTINGS);
    const stamp = { date: '2026-11-23T08:51:03Z', nonce: 'n' };
    const credentials = { accessKeyId: 'k', accessKeySecret: 'one' };
    const before = toObject(signer.sign(CALL, credentials, stamp).headers)['authorization'];
    credentials.accessKeySecret = 'two';
    const after = toObject(signer.sign(CALL, credentials, stamp).headers)['authorization'];

    expect(after).not.toBe(before);
    const other = new RequestSigner(SETTINGS).sign(CALL, credentials, stamp);
    expect(after).toBe(toObject(other.headers)['authorization']);
  });

  it('gives every request a nonce of its own and the second in which it is made', () => {
    const signer = new RequestSigner(SETTINGS);
    const requests = Array.from({ length: 100 }, () => toObject(signer.sign(CALL, KEYS).headers));

    expect(new Set(requests.map((headers) => headers['x-acs-signature-nonce'])).size).toBe(100);
    const date = requests[0]!['x-acs-date']!;
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(2000);
  });

  it('has the date of its second, to the last millisecond', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const signer = new RequestSigner(SETTINGS);
    const dates = ['03.000', '03.999', '04.000', '04.998', '05.001'].map((second) => {
      vi.setSystemTime(new Date(`2026-11-23T08:51:${second}Z`));
      return toObject(signer.sign(CALL, KEYS).headers)['x-acs-date'];
    });
    expect(dates).toEqual(
      ['03', '03', '04', '04', '05'].map((second) => `2026-11-23T08:51:${second}Z`),
    );
  });
});

function keys(accessKeyId: string, accessKeySecret: string): SigningCredentials {
  return { accessKeyId, accessKeySecret, providerName: 'static_ak' };
}

function stsKeys(accessKeyId: string, accessKeySecret: string, securityToken: string) {
  return { accessKeyId, accessKeySecret, securityToken, providerName: 'static_sts' };
}

function toObject(headers: string[]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap((name, i) => (i % 2 ? [] : [[name, headers[i + 1]!] as const])),
  );
}
