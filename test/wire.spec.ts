import * as models from '@alicloud/dysmsapi20170525';
import DysmsModule, {
  GetSmsTemplateRequest,
  QuerySendDetailsRequest,
  SendBatchSmsRequest,
  SendSmsRequest,
  AddSmsSignRequest,
} from '@alicloud/dysmsapi20170525';
import { Config } from '@alicloud/openapi-client';
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { AliyunSms, AliyunSmsModule, type DysmsOperations } from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acs3CanonicalRequest, sha256Hex } from '../lib/client/signing/acs3.signature.js';
import { canonicalQuery } from '../lib/client/signing/percent-encode.js';
import { acs3Authorization } from './support/acs3-authorization.js';
import { boot, KEYS } from './support/app.js';

interface Captured {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: string;
}

const SECURITY_TOKEN = 'CAIS+token/with==signs';
const AWKWARD = "阿里云(测试)!*'~ +&=%";

/** Each call, made once by Aliyun's SDK as it is and once by ours. */
const CALLS: [string, (client: DysmsOperations) => Promise<unknown>][] = [
  [
    'SendSms, all in the query',
    (client) =>
      client.sendSms(
        new SendSmsRequest({
          phoneNumbers: '13900001234,+8613900001235',
          signName: AWKWARD,
          templateCode: 'SMS_15305000',
          templateParam: JSON.stringify({ code: '1234', name: `张 三${AWKWARD}` }),
          outId: 'abc_-.~',
          smsUpExtendCode: '90999',
        }),
      ),
  ],
  [
    'SendBatchSms, query and form body',
    (client) =>
      client.sendBatchSms(
        new SendBatchSmsRequest({
          phoneNumberJson: '["13900001234","13900001235"]',
          signNameJson: JSON.stringify(['阿里云', AWKWARD]),
          templateCode: 'SMS_1',
          templateParamJson: '[{"code":"1"},{"code":"2\'()*!~"}]',
        }),
      ),
  ],
  [
    'QuerySendDetails',
    (client) =>
      client.querySendDetails(
        new QuerySendDetailsRequest({
          bizId: '1^0',
          currentPage: 1,
          pageSize: 10,
          phoneNumber: '13900000000',
          sendDate: '20250601',
        }),
      ),
  ],
  [
    'GetSmsTemplate',
    (client) => client.getSmsTemplate(new GetSmsTemplateRequest({ templateCode: 'SMS_1' })),
  ],
  [
    'AddSmsSign, with an array in its body',
    (client) =>
      client.addSmsSign(
        new AddSmsSignRequest({
          signName: '阿里云',
          signSource: 1,
          remark: 'r',
          signFileList: [{ fileContents: 'YQ==', fileSuffix: 'jpg' }, { fileContents: 'Yg==' }],
        }),
      ),
  ],
];

describe.each([
  ['an AccessKey', {}],
  ['an STS token', { securityToken: SECURITY_TOKEN }],
])('what is signed with %s', (_, token) => {
  const captured: Captured[] = [];
  let server: Server;
  let app: INestApplicationContext;
  let ours: DysmsOperations;
  let theirs: DysmsOperations;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const url = new URL(request.url!, 'http://x');
        captured.push({
          method: request.method!,
          path: url.pathname,
          query: Object.fromEntries(url.searchParams),
          headers: request.headers,
          body,
        });
        response.setHeader('content-type', 'application/json;charset=utf-8');
        response.end('{"Code":"OK","Message":"OK","RequestId":"R"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

    app = await boot(AliyunSmsModule.forRoot({ ...KEYS, ...token, endpoint: host }));
    ours = app.get(AliyunSms).client;
    theirs = new DysmsModule.default(
      new Config({
        accessKeyId: KEYS.accessKey,
        accessKeySecret: KEYS.accessSecret,
        ...token,
        endpoint: host,
        protocol: 'http',
      }),
    );
  });
  afterAll(async () => {
    await app.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each(CALLS)('is equal to what the SDK signs: %s', async (_name, call) => {
    captured.length = 0;
    await call(theirs);
    await call(ours);
    expect(captured).toHaveLength(2);
    expectTheSame(captured as [Captured, Captured]);
  });

  it.each(requests())('is equal for a plain object: %s', async (name, Request) => {
    const values = samplesOf(Request);
    captured.length = 0;
    await operationsOf(theirs)[name]!(new Request(values));
    await operationsOf(ours)[name]!(values);
    await operationsOf(ours)[`${name}WithOptions`]!(values, { readTimeout: 5000 });
    expect(captured).toHaveLength(3);
    const [sdk, our, withOptions] = captured as [Captured, Captured, Captured];
    expectTheSame([sdk, our]);
    expectTheSame([sdk, withOptions]);
  });
});

function expectTheSame([sdk, our]: [Captured, Captured]): void {
  // Under the SDK's own date and nonce ours must give the SDK's very signature.
  const fresh = {
    'x-acs-date': sdk.headers['x-acs-date'],
    'x-acs-signature-nonce': sdk.headers['x-acs-signature-nonce'],
  };
  const resigned = signing({ ...our, headers: { ...our.headers, ...fresh } });
  expect(resigned.canonical).toBe(signing(sdk).canonical);
  expect(resigned.authorization).toBe(sdk.headers.authorization);
  // And as it was sent, its signature is right under its own.
  expect(signing(our).authorization).toBe(our.headers.authorization);
  expect(our.body).toBe(sdk.body);
  expect(our.headers['x-acs-signature-nonce']).not.toBe(sdk.headers['x-acs-signature-nonce']);
}

type Request = new (values: Record<string, unknown>) => object;

/** Every operation of the SDK that takes a request, with the class of the request. */
function requests(): [string, Request][] {
  return Object.keys(models).flatMap((model) => {
    const name = model.charAt(0).toLowerCase() + model.slice(1).replace(/Request$/, '');
    const isRequest = Object.hasOwn(DysmsModule.default.prototype, name);
    return isRequest ? [[name, (models as Record<string, unknown>)[model] as Request]] : [];
  });
}

function operationsOf(client: DysmsOperations) {
  return client as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
}

/** A value for each parameter, in the parts of the request too. */
function samplesOf(type: unknown): Record<string, unknown> {
  const types = (type as { types(): Record<string, unknown> }).types();
  return Object.fromEntries(Object.entries(types).map(([name, of]) => [name, sampleOf(name, of)]));
}

function sampleOf(name: string, type: unknown): unknown {
  if (typeof type === 'function') return samplesOf(type);
  if (typeof type === 'object') {
    const { itemType } = type as { itemType?: unknown };
    return itemType
      ? [sampleOf(name, itemType), sampleOf(name, itemType)]
      : { [name]: AWKWARD, b: 1 };
  }
  return { string: AWKWARD + name, number: 12, boolean: false }[type as string];
}

/** Signs what has arrived, from the wire alone. */
function signing({ method, path, query, headers, body }: Captured) {
  const signedHeaders = /SignedHeaders=([^,]+)/.exec(headers.authorization!)![1]!;
  const request = {
    method,
    path,
    query: canonicalQuery(query),
    headers: headers as Record<string, string>,
    signedHeaders,
    payloadHash: createHash('sha256').update(body).digest('hex'),
  };
  expect(headers['x-acs-content-sha256']).toBe(sha256Hex(body));
  return {
    canonical: acs3CanonicalRequest(request),
    authorization: acs3Authorization(request, KEYS.accessKey, KEYS.accessSecret),
  };
}
