import { describe, expect, it } from 'vitest';
import { http, rawCall } from './support/raw-call.js';
import { sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

const SEND = { SignName: '甲', TemplateCode: 'SMS_1' };

describe('Hostile values in calls that are signed', { timeout: 60_000 }, () => {
  const used = useEmulator();

  async function goesOnServing() {
    expect((await used.sdk.sendSms(sendSmsRequest())).body!.code).toBe('OK');
  }

  it.each<[string, string, string]>([
    [
      'values nested 50,000 deep',
      '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000),
      'isv.INVALID_JSON_PARAM',
    ],
    [
      'arrays nested 100,000 deep',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'isv.INVALID_JSON_PARAM',
    ],
    ['a lone surrogate', '{"code":"\\ud800"}', 'OK'],
    ['a NUL', '{"code":"\\u0000"}', 'OK'],
    ['a key that is __proto__', '{"__proto__":"1","constructor":"2"}', 'OK'],
  ])('takes %s in its stride', async (_, TemplateParam, code) => {
    const form = { ...SEND, PhoneNumbers: '13900001234', TemplateParam };
    const answer = await rawCall(used.emulator, { form });
    expect(answer.json['Code']).toBe(code);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    const list = await used.rest('GET', '/messages');
    expect(list.json['total']).toBe(code === 'OK' ? 1 : 0);
    await goesOnServing();
  });

  it('refuses deep JSON where REST wants an object', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const { endpoint } = used.emulator;
    const answer = await http(used.emulator, 'POST', '/_emulator/faults', { host: endpoint }, deep);
    expect(answer.status).toBe(400);
    await goesOnServing();
  });

  it('refuses deep JSON in a field that takes any object', async () => {
    const detail = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    const rule = `{"effect":{"type":"gateway","status":400,"code":"X","detail":${detail}}}`;
    const { endpoint } = used.emulator;
    const answer = await http(used.emulator, 'POST', '/_emulator/faults', { host: endpoint }, rule);
    expect(answer.status).toBe(400);
    const shallower = {
      effect: { type: 'hang', detail: JSON.parse('['.repeat(20) + ']'.repeat(20)) as unknown },
    };
    expect((await used.rest('POST', '/faults', shallower)).body).toContain('nested deeper than 16');
    expect((await used.rest('GET', '/faults')).json).toEqual({ faults: [] });
    await goesOnServing();
  });

  it.each([
    ['TemplateParam', 'isv.PARAM_LENGTH_LIMIT', JSON.stringify({ code: 'x'.repeat(4_000) })],
    ['OutId', 'isv.PARAM_LENGTH_LIMIT', 'x'.repeat(256)],
    ['SignName', 'isv.SMS_SIGNATURE_ILLEGAL', 'x'.repeat(65)],
    ['TemplateCode', 'isv.SMS_TEMPLATE_ILLEGAL', 'x'.repeat(65)],
  ])('keeps no %s that would fill the memory, in open mode either', async (name, code, value) => {
    const form = { ...SEND, PhoneNumbers: '13900001234', [name]: value };
    const answer = await rawCall(used.emulator, { form });
    expect(answer.json['Code']).toBe(code);
    expect(used.emulator.messages()).toEqual([]);
  });

  it('keeps no values that would fill the memory and are not in the text', async () => {
    used.emulator.putTemplate({ templateCode: 'T', templateContent: '${a}' });
    const form = {
      PhoneNumberJson: '["13900001234"]',
      SignNameJson: '["甲"]',
      TemplateCode: 'T',
      TemplateParamJson: JSON.stringify([{ a: '1', b: 'x'.repeat(4_000) }]),
    };
    const answer = await rawCall(used.emulator, { action: 'SendBatchSms', form });
    expect(answer.json['Code']).toBe('isv.PARAM_LENGTH_LIMIT');
  });

  it('refuses a text over 2,000 characters, wherever its length comes from', async () => {
    used.emulator.putTemplate({ templateCode: 'T', templateContent: '${a}'.repeat(100) });
    const TemplateParam = JSON.stringify({ a: 'x'.repeat(30) });
    const form = { SignName: '甲', TemplateCode: 'T', PhoneNumbers: '13900001234', TemplateParam };
    const answer = await rawCall(used.emulator, { form });
    expect(answer.json['Code']).toBe('isv.PARAM_LENGTH_LIMIT');
  });

  it('refuses 100,000 numbers', async () => {
    const numbers = Array.from({ length: 60_000 }, (_, i) => `139${10_000_000 + i}`);
    const one = await rawCall(used.emulator, {
      form: { ...SEND, PhoneNumbers: numbers.join(',') },
    });
    expect(one.json['Code']).toBe('isv.MOBILE_COUNT_OVER_LIMIT');
    const short = '1,'.repeat(200_000);
    const many = await rawCall(used.emulator, { form: { ...SEND, PhoneNumbers: short } });
    expect(many.json['Code']).toBe('isv.MOBILE_COUNT_OVER_LIMIT');
    const batch = await rawCall(used.emulator, {
      action: 'SendBatchSms',
      form: {
        PhoneNumberJson: `[${'"1",'.repeat(49_999)}"1"]`,
        SignNameJson: '["甲"]',
        TemplateCode: 'SMS_1',
      },
    });
    expect(batch.json['Code']).toBe('isv.MOBILE_COUNT_OVER_LIMIT');
    expect(used.emulator.messages()).toEqual([]);
    await goesOnServing();
  });
});
