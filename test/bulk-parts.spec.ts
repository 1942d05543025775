import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootInstance, KEYS } from './support/app.js';

let emulator: AliyunSmsEmulator;
beforeAll(async () => {
  emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
});
afterAll(() => emulator.close());

it.each([0, 1, 17, 49, 99])(
  'the parts of a refused SendBatchSms bring every recipient its own text: %i is refused',
  async (refused) => {
    emulator.reset();
    const messages = Array.from({ length: 100 }, (_, i) => ({
      phoneList: [`138${String(i).padStart(8, '0')}`],
      params: { code: String(1000 + i) },
      verifyTemplateCode: 'SMS_1',
    }));
    const phoneNumber = messages[refused]!.phoneList[0]!;
    emulator.addFault({
      match: { phoneNumber },
      effect: { type: 'refuse', code: 'isv.MOBILE_NUMBER_ILLEGAL' },
    });
    const { sms, app } = await bootInstance(emulator.url);
    const outcomes: string[] = [];
    for await (const { index, outcome } of sms.sendMessages(messages)) outcomes[index] = outcome;
    expect(outcomes.flatMap((outcome, i) => (outcome === 'accepted' ? [] : [i]))).toEqual([
      refused,
    ]);

    const sent = Object.fromEntries(
      emulator.messages().map((each) => [each.phoneNumber, each.templateParam]),
    );
    const wanted = messages.flatMap(({ phoneList: [phone], params }, i) =>
      i === refused ? [] : [[phone, params]],
    );
    expect(sent).toEqual(Object.fromEntries(wanted));
    await app.close();
  },
);
