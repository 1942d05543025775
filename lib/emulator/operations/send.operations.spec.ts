import { describe, expect, it } from 'vitest';
import { Sdk, sendSmsRequest } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('SendSms', () => {
  const used = useEmulator({
    templates: [
      { templateCode: 'SMS_1', templateContent: '验证码${code}，${minutes}分钟内有效。${missing}' },
    ],
  });
  const send = (fields: Parameters<typeof sendSmsRequest>[0]) =>
    used.sdk.sendSms(sendSmsRequest({ signName: '甲', templateCode: 'SMS_1', ...fields }));

  it('renders a known template and leaves what has no value as it is written', async () => {
    await send({ templateParam: '{"code":"123456","minutes":5}' });
    expect(used.emulator.messages()[0]).toMatchObject({
      content: '【甲】验证码123456，5分钟内有效。${missing}',
      code: '123456',
      size: 30,
      parts: 1,
    });
  });

  it('takes a text without values', async () => {
    await send({ templateCode: 'SMS_ORDER_NOTIFY', templateParam: undefined });
    expect(used.emulator.messages()[0]!.content).toBe('【甲】SMS_ORDER_NOTIFY');
  });

  it('has replies go to the extension code, which is digits', async () => {
    expect((await send({ smsUpExtendCode: '9a' })).body!.code).toBe('isv.CODE_ERROR');
    await send({ smsUpExtendCode: '90999' });
    const reply = await used.emulator.reply({ phoneNumber: '13900001234', content: 'Y' });
    expect(reply.destCode).toBe('1069000090999');
  });

  it('keeps markup and odd keys as data', async () => {
    const templateParam = '{"__proto__":"<b>","constructor":"x"}';
    await send({ templateCode: 'SMS_2', templateParam });
    const [message] = used.emulator.messages();
    expect(JSON.stringify(message!.templateParam)).toBe(templateParam);
    expect(message!.content).toBe('【甲】__proto__: <b>, constructor: x');
  });

  it('makes a lone surrogate harmless', async () => {
    await send({ templateCode: 'SMS_2', templateParam: '{"a":"\\ud800"}' });
    expect(used.emulator.messages()[0]!.content).toBe('【甲】a: \ufffd');
  });
});

describe('SendBatchSms', () => {
  const used = useEmulator();
  const send = async (numbers: unknown, signs: unknown, values?: unknown) => {
    const request = new Sdk.SendBatchSmsRequest({
      phoneNumberJson: JSON.stringify(numbers),
      signNameJson: JSON.stringify(signs),
      templateCode: 'SMS_1',
      templateParamJson: values === undefined ? undefined : JSON.stringify(values),
      outId: 'o',
    });
    return (await used.sdk.sendBatchSms(request)).body!;
  };
  const many = (count: number) => Array.from({ length: count }, (_, i) => `139${10_000_000 + i}`);

  it('goes without values', async () => {
    expect((await send(['13900001234'], ['甲'])).code).toBe('OK');
    expect(used.emulator.messages()[0]).toMatchObject({ templateParam: {}, outId: 'o' });
  });

  it('takes values that are JSON in a string', async () => {
    await send(['13900001234'], ['甲'], ['{"code":"1234"}']);
    expect(used.emulator.messages()[0]!.templateParam).toEqual({ code: '1234' });
  });

  it('takes an extension code for each number', async () => {
    const call = (codes: string[]) =>
      used.sdk.sendBatchSms(
        new Sdk.SendBatchSmsRequest({
          phoneNumberJson: '["13900001234","13900001235"]',
          signNameJson: '["甲","乙"]',
          templateCode: 'SMS_1',
          smsUpExtendCodeJson: JSON.stringify(codes),
        }),
      );
    expect((await call(['90999', ''])).body!.code).toBe('OK');
    expect(used.emulator.messages().map((m) => m.smsUpExtendCode)).toEqual([null, '90999']);
    expect((await call(['90999'])).body!.code).toBe('isv.INVALID_PARAMETERS');
  });

  it('takes 100 numbers and refuses 101', async () => {
    expect((await send(many(100), many(100))).code).toBe('OK');
    expect((await send(many(101), many(101))).code).toBe('isv.MOBILE_COUNT_OVER_LIMIT');
  });

  it.each([
    ['signatures', ['13900001234', '13900001235'], ['甲'], undefined],
    ['values', ['13900001234', '13900001235'], ['甲', '乙'], [{}]],
  ])('refuses another number of %s', async (_, numbers, signs, values) => {
    expect((await send(numbers, signs, values)).code).toBe('isv.INVALID_PARAMETERS');
  });

  it.each([
    ['{}', {}, ['甲']],
    ['an empty array', [], []],
    ['numbers that are no strings', [13_900_001_234], ['甲']],
  ])('refuses %s', async (_, numbers, signs) => {
    expect((await send(numbers, signs)).code).toBe('isv.INVALID_JSON_PARAM');
  });
});
