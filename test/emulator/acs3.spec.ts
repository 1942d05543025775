import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedHeaderNames } from '../../lib/client/signing/acs3.signature.js';
import { http, rawCall, type RawCall } from './support/raw-call.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

const QUERY = { PhoneNumbers: '13900001234', SignName: '某某科技', TemplateCode: 'SMS_1' };

const PERMANENT = { accessKey: 'LTAIpermanent', accessSecret: 'one' };
const STS = { accessKey: 'STS.temporary', accessSecret: 'two', securityToken: 'token/+==' };
const ENDED = { ...STS, accessKey: 'STS.ended', expiresAt: '2020-01-01T00:00:00Z' };

describe('The ACS3 signature', () => {
  let emulator: AliyunSmsEmulator;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [PERMANENT, STS, ENDED] });
  });
  afterAll(() => emulator.close());

  const call = (raw: RawCall = {}) => rawCall(emulator, { query: QUERY, ...raw });

  it('lets a right one pass', async () => {
    expect(await call()).toMatchObject({ status: 200, json: { Code: 'OK' } });
    expect(await call({ account: STS })).toMatchObject({ status: 200, json: { Code: 'OK' } });
  });

  it('lets the official SDK pass with an STS token', async () => {
    const { body } = await sdkClient(emulator, {
      accessKeyId: STS.accessKey,
      accessKeySecret: STS.accessSecret,
      securityToken: STS.securityToken,
      type: 'sts',
    }).sendSms(sendSmsRequest());
    expect(body!.code).toBe('OK');
  });

  it('does not care for headers that are not signed', async () => {
    const answer = await call({ tamper: ({ headers }) => (headers['user-agent'] = 'other') });
    expect(answer.status).toBe(200);
  });

  const form = {
    PhoneNumberJson: '["13900001234"]',
    SignNameJson: '["甲"]',
    TemplateCode: 'SMS_1',
  };
  const changes: [string, RawCall][] = [
    ['query', { tamper: (w) => (w.path = w.path.replace('13900001234', '13900001235')) }],
    ['action', { tamper: (w) => (w.headers['x-acs-action'] = 'SendBatchSms') }],
    ['version', { tamper: (w) => (w.headers['x-acs-version'] = '2017-05-26') }],
    ['host', { tamper: (w) => (w.headers['host'] = 'localhost') }],
    ['nonce', { tamper: (w) => (w.headers['x-acs-signature-nonce'] = 'other') }],
    [
      'date',
      {
        tamper: (w) =>
          (w.headers['x-acs-date'] =
            new Date(Date.now() - 60_000).toISOString().slice(0, 19) + 'Z'),
      },
    ],
    [
      'body',
      {
        query: {},
        form,
        action: 'SendBatchSms',
        tamper: (w) => (w.body = w.body.replace('1234', '1235')),
      },
    ],
    [
      'content type',
      {
        query: {},
        form,
        action: 'SendBatchSms',
        tamper: (w) => (w.headers['content-type'] = 'application/x-www-form-urlencoded; x=y'),
      },
    ],
    ['payload hash', { sign: (headers) => (headers['x-acs-content-sha256'] = '0'.repeat(64)) }],
    ['secret', { account: { ...PERMANENT, accessSecret: 'wrong' } }],
    ['token', { account: STS, tamper: (w) => (w.headers['x-acs-security-token'] = 'other') }],
  ];
  it.each(changes)('refuses a changed %s, with the echo', async (_, change) => {
    const before = emulator.messages().length;
    const { status, json } = await call(change);
    expect(status).toBe(400);
    expect(Object.keys(json)).toEqual(['RequestId', 'Message', 'HostId', 'Code', 'Recommend']);
    expect(json['Code']).toBe('SignatureDoesNotMatch');
    expect(json['Message']).toContain('server StringToSign is [ACS3-HMAC-SHA256\n');
    expect(emulator.messages()).toHaveLength(before);
  });

  it.each([
    'host',
    'x-acs-action',
    'x-acs-version',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-content-sha256',
  ])('refuses a request that does not sign %s', async (name) => {
    const { status, json } = await call({
      tamper: ({ headers }) => {
        headers['authorization'] = headers['authorization']!.replace(
          /SignedHeaders=[^,]+/,
          `SignedHeaders=${signedHeaderNames(headers)
            .split(';')
            .filter((each) => each !== name)
            .join(';')}`,
        );
      },
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      Code: 'IncompleteSignature',
      Message: expect.stringContaining(`${name} is not signed`) as string,
    });
  });

  const refusals: [string, number, string, RawCall][] = [
    [
      'an unknown key',
      404,
      'InvalidAccessKeyId.NotFound',
      { account: { ...PERMANENT, accessKey: 'nobody' } },
    ],
    [
      'a clock that is 16 minutes slow',
      400,
      'InvalidTimeStamp.Expired',
      {
        sign: (h) =>
          (h['x-acs-date'] = new Date(Date.now() - 16 * 60_000).toISOString().slice(0, 19) + 'Z'),
      },
    ],
    [
      'a clock that is 16 minutes fast',
      400,
      'InvalidTimeStamp.Expired',
      {
        sign: (h) =>
          (h['x-acs-date'] = new Date(Date.now() + 16 * 60_000).toISOString().slice(0, 19) + 'Z'),
      },
    ],
    [
      'a date in another form',
      400,
      'InvalidTimeStamp.Format',
      { sign: (h) => (h['x-acs-date'] = 'today') },
    ],
    [
      'another algorithm',
      400,
      'IncompleteSignature',
      { sign: (h) => (h['authorization'] = 'ACS3-RSA-SHA256 x') },
    ],
    [
      'no signature at all',
      400,
      'MissingAccessKeyId',
      { tamper: ({ headers }) => delete headers['authorization'] },
    ],
    [
      'another version',
      400,
      'InvalidVersion',
      { sign: (h) => (h['x-acs-version'] = '2018-05-01') },
    ],
    ['an unknown action', 404, 'InvalidAction.NotFound', { action: 'SendPigeon' }],
    ['an unknown method', 400, 'UnsupportedHTTPMethod', { method: 'PUT' }],
    ['no number', 400, 'MissingPhoneNumbers', { query: { ...QUERY, PhoneNumbers: '' } }],
    ['no template', 400, 'MissingTemplateCode', { query: { PhoneNumbers: '1', SignName: '甲' } }],
    ['no token', 400, 'MissingSecurityToken', { account: { ...STS, securityToken: undefined } }],
    [
      'a wrong token',
      400,
      'InvalidSecurityToken.Malformed',
      { account: { ...STS, securityToken: 'x' } },
    ],
    ['an ended token', 400, 'InvalidSecurityToken.Expired', { account: ENDED }],
    [
      'a token with a permanent key',
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      { account: { ...PERMANENT, securityToken: 'x' } },
    ],
  ];
  it.each(refusals)('refuses %s with %i %s', async (_, status, code, raw) => {
    const answer = await call(raw);
    expect(answer.json).toMatchObject({ Code: code, HostId: emulator.endpoint });
    expect(answer.status).toBe(status);
  });

  it('refuses a nonce that was used before', async () => {
    const sign = (headers: Record<string, string>) => {
      headers['x-acs-signature-nonce'] = 'twice';
    };
    expect((await call({ sign })).status).toBe(200);
    const { status, json } = await call({ sign });
    expect([status, json['Code']]).toEqual([400, 'SignatureNonceUsed']);
  });

  it('tells a person who opens the root from a client', async () => {
    const page = await http(emulator, 'GET', '/', { host: emulator.endpoint });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
  });
});
