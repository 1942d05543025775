import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FlowControlGuard, MemoryLimitStore } from '../../lib/limits/index.js';
import { sdkClient, sendSmsRequest } from '../emulator/support/sdk.js';
import { randomFrom } from '../support/random.js';
import { stopClock } from '../support/stop-clock.js';

const SIGNS = ['甲', '乙', '丙', '丁', '戊', '己'];
const PHONES = ['13900001234', '13900001235', '85251234567'];
/** Milliseconds between two sends: so many in a day that each of the windows fills up. */
const PAUSES = [0, 7_001, 61_003, 61_003, 171_007];

describe("The guard with limits: 'aliyun'", () => {
  // The guard decides a moment before the emulator: only `advance` may move the clock in between.
  stopClock();

  it('refuses exactly the sends that the emulator refuses, over days of random sends', async () => {
    const emulator = await AliyunSmsEmulator.start({ flowControl: true });
    onTestFinished(() => emulator.close());
    const sdk = sdkClient(emulator);
    const guard = new FlowControlGuard(
      { kinds: { SMS_NOTICE: 'notification' } },
      new MemoryLimitStore(() => emulator.clock.now()),
    );
    const random = randomFrom(7);
    const levels = new Set<string>();

    for (let step = 0; step < 2_500; step++) {
      await emulator.clock.advance(PAUSES[random(PAUSES.length)]!);
      const phones = PHONES.filter(() => random(2) === 0);
      if (phones.length === 0) continue;
      const [sign, template, templateParam] =
        random(2) === 0
          ? [SIGNS[random(2) * random(SIGNS.length)]!, 'SMS_CODE', '{"code":"1234"}']
          : [SIGNS[0]!, 'SMS_NOTICE', '{"name":"张三"}'];

      const decision = await guard.acquire({ sign, template, phones });
      const { body } = await sdk.sendSms(
        sendSmsRequest({
          phoneNumbers: phones.join(','),
          signName: sign,
          templateCode: template,
          templateParam,
        }),
      );
      const expected = body!.code === 'OK' ? 'granted' : 'limited';
      expect(decision.outcome, `step ${step}`).toBe(expected);
      if (decision.outcome === 'limited') levels.add(decision.refusal.aliyunMessage);
    }
    expect([...levels].sort()).toEqual([
      '触发分钟级流控Permits:1',
      '触发号码天级流控Permits:40',
      '触发天级流控Permits:10',
      '触发天级流控Permits:50',
      '触发小时级流控Permits:5',
    ]);
  });
});
