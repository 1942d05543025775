import type { INestApplicationContext } from '@nestjs/common';
import { type AliyunSms, AliyunSmsModule, getSmsToken, SmsRegistry } from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boot, LOGIN_CODE } from './support/app.js';

describe('sending through a named instance', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;
  let sms: AliyunSms;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start();
    app = await boot(
      AliyunSmsModule.forRoot({
        ...emulator.accounts[0],
        endpoint: emulator.endpoint,
        logging: false,
      }),
      AliyunSmsModule.forFeature([{ name: 'login', title: '登录', verifySign: '某某科技' }]),
    );
    sms = app.get<AliyunSms>(getSmsToken('login'));
  });
  beforeEach(() => emulator.reset());
  afterAll(async () => {
    await app.close();
    await emulator.close();
  });

  it('sends to one recipient and returns what Aliyun answered', async () => {
    const result = await sms.sendMessage(LOGIN_CODE);

    expect(result).toEqual({
      code: 'OK',
      message: 'OK',
      bizId: expect.stringMatching(/^\d+\^0$/) as string,
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
      outId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(emulator.messages()).toMatchObject([
      {
        phoneNumber: '13800138000',
        signName: '某某科技',
        templateCode: 'SMS_123456789',
        templateParam: { code: '123456' },
        bizId: result.bizId,
        outId: result.outId,
      },
    ]);
  });

  it('sends what was meant, without what is invisible at the ends of texts', async () => {
    const sentAt = new Date();
    const { outId } = await sms.sendMessage({
      phoneList: ['13800138000\r', '+8860912345678', '+886 912 345 678'],
      params: { code: ' 1 ' },
      verifyTemplateCode: 'SMS_1\n',
      verifySign: ' 某某\u200b',
      outId: 'order-1\n',
    });
    expect(outId).toBe('order-1');
    expect(emulator.messages({ phoneNumber: '+886 912-345-678' })).toHaveLength(1);
    const message = { signName: '某某', templateCode: 'SMS_1', outId: 'order-1' };
    expect(emulator.messages()).toMatchObject([
      { ...message, templateParam: { code: ' 1 ' } },
      message,
    ]);
    const query = { outId: 'order-1 ', phone: '+8860912345678', sentAt };
    expect(await sms.findMessage(query)).not.toBe('not-found-yet');
    expect(await sms.findMessage({ ...query, phone: '886912345678' })).not.toBe('not-found-yet');
  });

  it('sends to several recipients in one call, to each once', async () => {
    await sms.sendMessage({
      ...LOGIN_CODE,
      phoneList: ['13800138000', '+8613800138000', '+86 139-0013-9000', '+85251234567'],
    });

    const phones = emulator.messages().map(({ phoneNumber }) => phoneNumber);
    expect(phones.sort()).toEqual(['13800138000', '13900139000', '85251234567']);
    expect(new Set(emulator.messages().map(({ bizId }) => bizId)).size).toBe(1);
  });

  it('sends several parameters, numbers and booleans as strings', async () => {
    await sms.sendMessage({
      phoneList: ['13800138000'],
      params: { orderNo: 20260001, paid: true, name: '张三 & "co" + 50%' },
      verifyTemplateCode: 'SMS_ORDER_NOTIFY',
    });

    expect(emulator.messages()[0]).toMatchObject({
      templateCode: 'SMS_ORDER_NOTIFY',
      templateParam: { orderNo: '20260001', paid: 'true', name: '张三 & "co" + 50%' },
    });
  });

  it('sends a template without variables', async () => {
    await sms.sendMessage({ ...LOGIN_CODE, params: {} });
    expect(emulator.messages()[0]).toMatchObject({ templateParam: {} });
  });

  it('takes sign, outId and extension code of one message before those of the instance', async () => {
    const { outId } = await sms.sendMessage({
      ...LOGIN_CODE,
      verifySign: '某某告警',
      outId: 'order-1',
      smsUpExtendCode: '90999',
    });

    expect(outId).toBe('order-1');
    expect(emulator.messages()[0]).toMatchObject({ signName: '某某告警', outId: 'order-1' });
  });

  it('sends to a thousand recipients in one call', async () => {
    const phoneList = Array.from({ length: 1000 }, (_, i) => `138${String(i).padStart(8, '0')}`);
    await sms.sendMessage({ ...LOGIN_CODE, phoneList });
    expect(emulator.messages()).toHaveLength(1000);
  });

  it('keeps an American number apart from the mainland number with the same digits', async () => {
    await sms.sendMessage({ ...LOGIN_CODE, phoneList: ['18625550100', '+18625550100'] });
    expect(emulator.messages()).toHaveLength(2);
  });

  it('is found by name and by full name, with title and type', () => {
    const registry = app.get(SmsRegistry);
    expect(registry.get('login')).toBe(sms);
    expect(registry.getElement('SMS.login')).toBe(sms);
    expect(sms).toMatchObject({ name: 'login', title: '登录', type: 'SMS.Aliyun' });
  });

  it('gives up when its signal is aborted before the call', async () => {
    const sending = sms.sendMessage({ ...LOGIN_CODE, signal: AbortSignal.abort() });
    await expect(sending).rejects.toMatchObject({
      code: 46003,
      reason: 'aborted',
      outcome: 'not-sent',
    });
    expect(emulator.messages()).toHaveLength(0);
  });
});
