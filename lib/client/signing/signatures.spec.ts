import { describe, expect, it } from 'vitest';
import {
  acs3CanonicalRequest,
  Acs3Key,
  acs3Signature,
  acs3StringToSign,
  EMPTY_PAYLOAD_HASH,
  sha256Hex,
  signedHeaderNames,
} from './acs3.signature.js';
import { canonicalQuery } from './percent-encode.js';
import { rpcSignature, rpcStringToSign } from './rpc-v1.signature.js';

describe('Aliyun signatures', () => {
  it('reproduces the published ACS3 vector', () => {
    const headers = {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': EMPTY_PAYLOAD_HASH,
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
    };
    const request = {
      method: 'POST',
      path: '/',
      query: canonicalQuery({
        RegionId: 'cn-shanghai',
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      }),
      headers,
      signedHeaders: signedHeaderNames(headers),
      payloadHash: EMPTY_PAYLOAD_HASH,
    };

    expect(sha256Hex(acs3CanonicalRequest(request))).toBe(
      '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    );
    const signature = '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0';
    expect(new Acs3Key('YourAccessKeySecret').sign(acs3CanonicalRequest(request))).toBe(signature);
    const stringToSign = acs3StringToSign(acs3CanonicalRequest(request));
    expect(acs3Signature(stringToSign, 'YourAccessKeySecret')).toBe(signature);
  });

  it('reproduces the published RPC v1 vector of the SMS documentation', () => {
    const params = {
      AccessKeyId: 'testId',
      Action: 'SendSms',
      Format: 'XML',
      OutId: '123',
      PhoneNumbers: '15300000001',
      RegionId: 'cn-hangzhou',
      SignName: '阿里云短信测试专用',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '45e25e9b-0a6f-4070-8c85-2956eda1b466',
      SignatureVersion: '1.0',
      TemplateCode: 'SMS_71390007',
      TemplateParam: '{"customer":"test"}',
      Timestamp: '2017-07-12T02:42:19Z',
      Version: '2017-05-25',
    };

    expect(rpcSignature(rpcStringToSign('GET', params), 'testSecret')).toBe(
      'zJDF+Lrzhj/ThnlvIToysFRq6t4=',
    );
  });

  it('signs host, content type and what is of Aliyun, in order', () => {
    const names = ['x-acs-version', 'accept', 'host', 'user-agent', 'content-type', 'x-acs-action'];
    const headers = Object.fromEntries(names.map((name) => [name, name]));
    expect(signedHeaderNames(headers)).toBe('content-type;host;x-acs-action;x-acs-version');
  });

  it('escapes what encodeURIComponent leaves alone and keeps the tilde', () => {
    expect(canonicalQuery({ b: "!'()*~ +", a: '张三' })).toBe(
      'a=%E5%BC%A0%E4%B8%89&b=%21%27%28%29%2A~%20%2B',
    );
  });
});
