import RPCClient from '@alicloud/pop-core';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcSignature, rpcStringToSign } from '../../lib/client/signing/rpc-v1.signature.js';
import { canonicalQuery } from '../../lib/client/signing/percent-encode.js';
import { http } from './support/raw-call.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

const STS = { accessKey: 'STS.temporary', accessSecret: 'two', securityToken: 'token/+==' };
const PARAMS = {
  PhoneNumbers: '13900001234',
  SignName: "阿里云(测)!*'~",
  TemplateCode: 'SMS_1',
  TemplateParam: '{"code":"1 2+"}',
};

describe('The RPC v1 signature', () => {
  let emulator: AliyunSmsEmulator;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({
      accounts: [{ accessKey: 'LTAI', accessSecret: 'one' }, STS],
    });
  });
  afterAll(() => emulator.close());

  const popCore = (accessKeySecret = 'one', extra = {}) =>
    new RPCClient({
      accessKeyId: 'LTAI',
      accessKeySecret,
      endpoint: emulator.url,
      apiVersion: '2017-05-25',
      ...extra,
    });

  it.each(['GET', 'POST'])('lets @alicloud/pop-core pass with %s', async (method) => {
    const answer = await popCore().request<{ Code: string; BizId: string }>('SendSms', PARAMS, {
      method,
    });
    expect(answer.Code).toBe('OK');
    const [message] = emulator.messages({ bizId: answer.BizId });
    expect(message).toMatchObject({ signName: PARAMS.SignName, templateParam: { code: '1 2+' } });
  });

  it.each(['GET', 'POST'])('refuses a wrong secret with %s, with the echo', async (method) => {
    await expect(popCore('wrong').request('SendSms', PARAMS, { method })).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
      message: expect.stringContaining(`server string to sign is:${method}&%2F&`) as string,
    });
  });

  it('lets pop-core pass with an STS token', async () => {
    const { accessKey, accessSecret, securityToken } = STS;
    const client = popCore(accessSecret, { accessKeyId: accessKey, securityToken });
    expect(await client.request('SendSms', PARAMS, { method: 'POST' })).toMatchObject({
      Code: 'OK',
    });
  });

  it("lets the official SDK's own older signature pass", async () => {
    const client = sdkClient(emulator, { signatureAlgorithm: 'v2' });
    expect((await client.sendSms(sendSmsRequest())).body!.code).toBe('OK');
  });

  const publicParams = (): Record<string, string> => ({
    ...PARAMS,
    AccessKeyId: 'LTAI',
    Action: 'SendSms',
    Version: '2017-05-25',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: Math.random().toString(),
    Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  });

  function get(change: (params: Record<string, string>) => void, after = change) {
    const params = publicParams();
    if (after === change) change(params);
    params['Signature'] = rpcSignature(rpcStringToSign('GET', params), 'one');
    if (after !== change) after(params);
    return http(emulator, 'GET', `/?${canonicalQuery(params)}`);
  }

  it.each(Object.keys(PARAMS))('refuses a changed %s', async (name) => {
    const answer = await get(
      () => {},
      (params) => (params[name] += '1'),
    );
    expect(answer).toMatchObject({ status: 400, json: { Code: 'SignatureDoesNotMatch' } });
  });

  const refusals: [string, number, string, (params: Record<string, string>) => void][] = [
    ['no nonce', 400, 'MissingSignatureNonce', (p) => delete p['SignatureNonce']],
    ['no time', 400, 'MissingTimestamp', (p) => delete p['Timestamp']],
    ['no action', 400, 'MissingAction', (p) => delete p['Action']],
    ['an unknown action', 404, 'InvalidAction.NotFound', (p) => (p['Action'] = 'SendPigeon')],
    ['another version', 400, 'InvalidVersion', (p) => (p['Version'] = '2018-05-01')],
    [
      'an old time',
      400,
      'InvalidTimeStamp.Expired',
      (p) => (p['Timestamp'] = '2020-01-01T00:00:00Z'),
    ],
    ['an unknown key', 404, 'InvalidAccessKeyId.NotFound', (p) => (p['AccessKeyId'] = 'nobody')],
    [
      'another method',
      400,
      'InvalidSignatureMethod',
      (p) => (p['SignatureMethod'] = 'HMAC-SHA256'),
    ],
  ];
  it.each(refusals)('refuses %s with %i %s', async (_, status, code, change) => {
    // Without an action a GET of the root is a person's; a client's own header tells them apart.
    const answer = await get(change);
    expect(answer).toMatchObject({ status, json: { Code: code } });
  });

  it('takes a time with a fraction, and a form whose type is not named', async () => {
    expect(await get((p) => (p['Timestamp'] = new Date().toISOString()))).toMatchObject({
      status: 200,
    });
    const params = publicParams();
    params['Signature'] = rpcSignature(rpcStringToSign('POST', params), 'one');
    const answer = await http(emulator, 'POST', '/', {}, canonicalQuery(params));
    expect(answer.json).toMatchObject({ Code: 'OK' });
  });

  it('answers in XML where XML is asked for', async () => {
    const answer = await get((p) => (p['Format'] = 'XML'));
    expect(answer.headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(answer.body).toMatch(
      /^<\?xml .*<SendSmsResponse>.*<Code>OK<\/Code>.*<\/SendSmsResponse>$/s,
    );
    const refused = await get((p) => ((p['Format'] = 'XML'), (p['Version'] = '<1>')));
    expect(refused.body).toMatch(/<Error>.*<Code>InvalidVersion<\/Code>.*<\/Error>$/s);
  });
});
