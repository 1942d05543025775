import { AliyunSms, AliyunSmsModule, SmsRegistry, SmsRejectedException } from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../lib/client/signing/acs3.signature.js';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import { respond, startMisbehavingServer } from './support/misbehaving-server.js';

// Names of properties that every object, or every function, has.
const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'name', 'length'];

// Those that the rule of names allows.
const INSTANCES = ['toString', 'hasOwnProperty', 'valueOf', 'name', 'length'];

describe('names that every object has', () => {
  let emulator: AliyunSmsEmulator;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const root = () =>
    ({ ...KEYS, verifySign: '某', endpoint: emulator.url, logging: false }) as const;

  it.each(NAMES)('are templates, variables and ids like any other: %s', async (name) => {
    const app = await boot(AliyunSmsModule.forRoot({ ...root(), limits: 'aliyun' }));
    const params = Object.fromEntries([[name, 'x1']]);
    const message = { ...LOGIN_CODE, verifyTemplateCode: name, outId: name, params };
    await app.get(AliyunSms).sendMessage(message);
    await app.get(AliyunSms).sendMessage({ ...message, phoneList: ['13900139000'] });
    const [sent] = emulator.messages();
    expect(sent).toMatchObject({ templateCode: name, outId: name });
    expect(Object.entries(sent!.templateParam)).toEqual([[name, 'x1']]);
    await app.close();
  });

  it.each(INSTANCES)('are tenants like any other: %s', async (name) => {
    const app = await boot(
      AliyunSmsModule.forRoot({ ...root(), resolve: (tenant) => ({ verifySign: `的${tenant}` }) }),
    );
    await app.get(SmsRegistry).get(name).sendMessage(LOGIN_CODE);
    expect(emulator.messages()[0]!.signName).toBe(`的${name}`);
    await app.close();
  });

  it.each(INSTANCES)('are instances of a failover like any other: %s', async (name) => {
    const app = await boot(
      AliyunSmsModule.forRoot(root()),
      AliyunSmsModule.forFeature([
        { name: 'backup', verifySign: 'b' },
        { name, verifySign: 'a' },
        {
          name: 'both',
          type: 'SMS.Failover',
          instances: [name, 'backup'],
          templates: { backup: { SMS_1: 'SMS_2' } },
          strategy: 'weights',
          weights: { backup: 1 },
        },
      ]),
    );
    for (const verifyTemplateCode of ['name', 'length', 'prototype']) {
      await app
        .get(SmsRegistry)
        .get('both')
        .sendMessage({ ...LOGIN_CODE, verifyTemplateCode });
      expect(emulator.messages()[0]).toMatchObject({ templateCode: verifyTemplateCode });
    }
    expect(new Set(emulator.messages().map(({ signName }) => signName))).toEqual(
      new Set(['a', 'b']),
    );
    await app.close();
  });

  it.each(NAMES)('are no codes of the catalogue: %s', async (Code) => {
    const server = await startMisbehavingServer((socket) =>
      respond(socket, 400, JSON.stringify({ Code, Message: 'm', RequestId: 'R' })),
    );
    const app = await boot(AliyunSmsModule.forRoot({ ...root(), endpoint: server.url }));
    const error = await rejectionOf(app.get(AliyunSms).sendMessage(LOGIN_CODE));
    expect(error).not.toBeInstanceOf(SmsRejectedException);
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown' });
    await app.close();
    await server.close();
  });

  it.each(NAMES)('are codes of receipts like any other: %s', async (errCode) => {
    const app = await boot(AliyunSmsModule.forRoot(root()));
    await app.get(AliyunSms).sendMessage(LOGIN_CODE);
    await emulator.report(emulator.messages(), { errCode });
    expect(emulator.messages()[0]!.receipt).toMatchObject({ errCode, errMsg: '' });
    await app.close();
  });

  it.each(NAMES)('are headers like any other: %s', async (name) => {
    const headers = {
      'x-acs-action': 'SendSms',
      'x-acs-version': '2017-05-25',
      'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
      'x-acs-signature-nonce': `nonce-${name}`,
      'x-acs-content-sha256': sha256Hex(''),
    };
    const signed = ['host', ...Object.keys(headers), name].sort().join(';');
    const authorization = `ACS3-HMAC-SHA256 Credential=${KEYS.accessKey},SignedHeaders=${signed},Signature=0`;
    const response = await fetch(emulator.url, {
      method: 'POST',
      headers: { ...headers, authorization },
    });
    expect(await response.text()).toContain('SignatureDoesNotMatch');
    expect(response.status).toBe(400);
  });
});
