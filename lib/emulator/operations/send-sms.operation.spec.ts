import { describe, expect, it } from 'vitest';
import { sendSmsRequest } from '../../../test/emulator/support/sdk.js';
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
