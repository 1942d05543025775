import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { http } from './support/raw-call.js';
import { Sdk, sdkClient, sendSmsRequest, type SdkClient } from './support/sdk.js';

describe('Sending with the official SDK', () => {
  let emulator: AliyunSmsEmulator;
  let sdk: SdkClient;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start();
    sdk = sdkClient(emulator);
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  it('answers SendSms as Aliyun does and keeps the message', async () => {
    const { statusCode, headers, body } = await sdk.sendSms(sendSmsRequest({ outId: 'order-1' }));
    expect(headers!['x-acs-request-id']).toBe(body!.requestId);
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ code: 'OK', message: 'OK' });
    expect(body!.bizId).toMatch(/^\d{18}\^0$/);
    expect(body!.requestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(emulator.messages()).toEqual([
      expect.objectContaining({
        phoneNumber: '13900001234',
        signName: '某某科技',
        templateCode: 'SMS_123456789',
        templateParam: { code: '123456' },
        content: '【某某科技】code: 123456',
        bizId: body!.bizId,
        requestId: body!.requestId,
        outId: 'order-1',
        action: 'SendSms',
        accessKey: emulator.accounts[0]!.accessKey,
      }),
    ]);
  });

  it('keeps one message a recipient under one BizId', async () => {
    await sdk.sendSms(sendSmsRequest({ phoneNumbers: '13900001234,+8613900001235' }));
    const messages = emulator.messages();
    expect(messages.map((m) => m.phoneNumber)).toEqual(['13900001235', '13900001234']);
    expect(new Set(messages.map((m) => m.bizId)).size).toBe(1);
  });

  it('takes 1,000 numbers in one query and refuses 1,001', async () => {
    const numbers = Array.from({ length: 1_001 }, (_, i) => `+86139${10_000_000 + i}`);
    const refused = await sdk.sendSms(sendSmsRequest({ phoneNumbers: numbers.join(',') }));
    expect(refused.body!.code).toBe('isv.MOBILE_COUNT_OVER_LIMIT');
    await sdk.sendSms(sendSmsRequest({ phoneNumbers: numbers.slice(1).join(',') }));
    expect(emulator.messages()).toHaveLength(1_000);
  });

  it('gives each number of SendBatchSms its own signature and values', async () => {
    const { body } = await sdk.sendBatchSms(
      new Sdk.SendBatchSmsRequest({
        phoneNumberJson: '["13900001234","13900001235"]',
        signNameJson: '["甲","乙"]',
        templateCode: 'SMS_1',
        templateParamJson: '[{"code":"1111"},{"code":"2222"}]',
      }),
    );
    expect(body!.code).toBe('OK');
    expect(emulator.messages().map((m) => [m.phoneNumber, m.content, m.action])).toEqual([
      ['13900001235', '【乙】code: 2222', 'SendBatchSms'],
      ['13900001234', '【甲】code: 1111', 'SendBatchSms'],
    ]);
  });

  it('refuses batch arrays of unequal length', async () => {
    const { body } = await sdk.sendBatchSms(
      new Sdk.SendBatchSmsRequest({
        phoneNumberJson: '["13900001234","13900001235"]',
        signNameJson: '["甲"]',
        templateCode: 'SMS_1',
      }),
    );
    expect(body!.code).toBe('isv.INVALID_PARAMETERS');
    expect(emulator.messages()).toHaveLength(0);
  });

  it('accepts all recipients or none', async () => {
    const { body } = await sdk.sendSms(
      sendSmsRequest({ phoneNumbers: '13900001234,139523483377' }),
    );
    expect(body).toMatchObject({
      code: 'isv.MOBILE_NUMBER_ILLEGAL',
      message: '139523483377invalid mobile number',
    });
    expect(emulator.messages()).toHaveLength(0);
  });

  it.each(['{"code":', '["1"]', '"x"', 'null', '{"code":{"a":1}}'])(
    'refuses the template parameter %s',
    async (templateParam) => {
      const { body } = await sdk.sendSms(sendSmsRequest({ templateParam }));
      expect(body!.code).toBe('isv.INVALID_JSON_PARAM');
    },
  );

  it('finds messages by what they hold', async () => {
    await sdk.sendSms(sendSmsRequest({ outId: 'a' }));
    await sdk.sendSms(sendSmsRequest({ phoneNumbers: '13900001235', outId: 'b' }));
    expect(emulator.messages({ phoneNumber: '+86 13900001234'.replace(' ', '') })).toHaveLength(1);
    expect(emulator.messages({ outId: 'b' })[0]!.phoneNumber).toBe('13900001235');
    expect(emulator.messages({ search: '某某' })).toHaveLength(2);
    expect(emulator.messages((message) => message.outId === 'b')).toHaveLength(1);
    expect(emulator.messages({ search: 'nothing' })).toHaveLength(0);
  });

  it('waits for a message that is still to come, and takes one that is there', async () => {
    const wait = emulator.waitForMessage({ phoneNumber: '13900001234' });
    await sdk.sendSms(sendSmsRequest({ phoneNumbers: '13900001235' }));
    await sdk.sendSms(sendSmsRequest());
    const message = await wait;
    expect(message.phoneNumber).toBe('13900001234');
    expect(await emulator.waitForMessage({ bizId: message.bizId })).toBe(message);
  });

  it('gives the error of a predicate to the one who waits, not to the sender', async () => {
    const wait = emulator.waitForMessage(() => {
      throw new Error('of the predicate');
    });
    const [waited, sent] = await Promise.allSettled([wait, sdk.sendSms(sendSmsRequest())]);
    expect(waited).toMatchObject({ status: 'rejected', reason: { message: 'of the predicate' } });
    expect(sent).toMatchObject({ status: 'fulfilled', value: { body: { code: 'OK' } } });
  });

  it('says so where no message came in time', async () => {
    await expect(emulator.waitForMessage({}, { timeout: 1 })).rejects.toMatchObject({
      name: 'WaitTimeoutError',
      timeout: 1,
    });
  });

  it('serves the messages as JSON and clears them', async () => {
    await sdk.sendSms(sendSmsRequest());
    const before = await http(emulator, 'GET', '/_emulator/messages');
    expect(before.json).toEqual({
      total: 1,
      messages: JSON.parse(JSON.stringify(emulator.messages())),
    });
    expect((await http(emulator, 'DELETE', '/_emulator/messages')).status).toBeLessThan(300);
    expect((await http(emulator, 'GET', '/_emulator/messages')).json).toEqual({
      total: 0,
      messages: [],
    });
  });

  it('keeps the last messages only', async () => {
    const small = await AliyunSmsEmulator.start({ maxMessages: 2 });
    for (const outId of ['a', 'b', 'c']) await sdkClient(small).sendSms(sendSmsRequest({ outId }));
    expect(small.messages().map((m) => m.outId)).toEqual(['c', 'b']);
    await small.close();
  });
});
