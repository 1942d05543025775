import { describe, expect, it } from 'vitest';
import { Sdk, sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Flow control', () => {
  const used = useEmulator({ flowControl: true });

  const send = async (fields: Parameters<typeof sendSmsRequest>[0] = {}) => {
    const { code, message } = (await used.sdk.sendSms(sendSmsRequest(fields))).body!;
    return code === 'OK' ? 'OK' : `${code} ${message}`;
  };
  const later = (ms: number) => used.emulator.clock.advance(ms);
  const limited = (text: string) => `isv.BUSINESS_LIMIT_CONTROL ${text}`;

  it('lets one code a minute pass to a number', async () => {
    expect(await send()).toBe('OK');
    expect(await send()).toBe(limited('触发分钟级流控Permits:1'));
    await later(59_000);
    expect(await send()).toBe(limited('触发分钟级流控Permits:1'));
    await later(1_000);
    expect(await send()).toBe('OK');
  });

  it('lets five codes an hour pass, in a window that rolls', async () => {
    for (let i = 0; i < 5; i++) {
      expect(await send()).toBe('OK');
      await later(2 * MINUTE);
    }
    expect(await send()).toBe(limited('触发小时级流控Permits:5'));
    await later(50 * MINUTE);
    expect(await send()).toBe('OK');
    await later(MINUTE);
    expect(await send()).toBe(limited('触发小时级流控Permits:5'));
  });

  it('lets ten codes in 24 hours pass', async () => {
    for (let i = 0; i < 10; i++) {
      expect(await send()).toBe('OK');
      await later(HOUR);
    }
    expect(await send()).toBe(limited('触发天级流控Permits:10'));
    await later(14 * HOUR);
    expect(await send()).toBe('OK');
  });

  it('lets forty codes in 24 hours pass to a number, whoever sends', async () => {
    for (let i = 0; i < 40; i++) expect(await send({ signName: `签名${i}` })).toBe('OK');
    expect(await send({ signName: '另一个' })).toBe(limited('触发号码天级流控Permits:40'));
    expect(await send({ signName: '另一个', phoneNumbers: '13900001235' })).toBe('OK');
  });

  it('lets fifty notices of one template in 24 hours pass', async () => {
    const notice = { templateCode: 'SMS_NOTICE', templateParam: '{"name":"张三"}' };
    for (let i = 0; i < 50; i++) expect(await send(notice)).toBe('OK');
    expect(await send(notice)).toBe(limited('触发天级流控Permits:50'));
    expect(await send({ ...notice, templateCode: 'SMS_OTHER' })).toBe('OK');
  });

  it('keeps numbers and signatures apart, and does not count abroad', async () => {
    expect(await send()).toBe('OK');
    expect(await send({ phoneNumbers: '13900001235' })).toBe('OK');
    expect(await send({ signName: '另一个' })).toBe('OK');
    expect(await send({ phoneNumbers: '85251234567' })).toBe('OK');
    expect(await send({ phoneNumbers: '85251234567' })).toBe('OK');
  });

  it('counts nothing of a call that it refuses', async () => {
    await send({ phoneNumbers: '13900001235' });
    expect(await send({ phoneNumbers: '13900001234,13900001235' })).toContain('Permits:1');
    expect(await send()).toBe('OK');
  });

  it('counts a number twice that is named twice', async () => {
    const { body } = await used.sdk.sendBatchSms(
      new Sdk.SendBatchSmsRequest({
        phoneNumberJson: '["13900001234","13900001234"]',
        signNameJson: '["甲","甲"]',
        templateCode: 'SMS_1',
        templateParamJson: '[{"code":"1111"},{"code":"2222"}]',
      }),
    );
    expect(body!.message).toBe('触发分钟级流控Permits:1');
  });

  it('can be turned off', async () => {
    used.emulator.setFlowControl(false);
    expect([await send(), await send()]).toEqual(['OK', 'OK']);
  });
});
