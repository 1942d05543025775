import type { FaultRule } from 'nestjs-aliyun-sms/emulator';
import { describe, expect, it } from 'vitest';
import { rawCall } from './support/raw-call.js';
import { Sdk, sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

describe('Fault rules', () => {
  const used = useEmulator();
  const REFUSE = { type: 'refuse', code: 'isv.X' } as const;
  const send = async (fields: Parameters<typeof sendSmsRequest>[0] = {}) =>
    (await used.sdk.sendSms(sendSmsRequest(fields))).body!.code;

  it('end after their count', async () => {
    used.emulator.addFault({ effect: REFUSE, count: 2 });
    expect([await send(), await send(), await send()]).toEqual(['isv.X', 'isv.X', 'OK']);
    expect(used.emulator.faults()[0]!.applied).toBe(2);
  });

  it.each<[string, FaultRule['match'], object]>([
    ['number', { phoneNumber: '+8613900001234' }, { phoneNumbers: '13900001235' }],
    ['template', { templateCode: 'SMS_123456789' }, { templateCode: 'SMS_2' }],
  ])('go by %s', async (_, match, other) => {
    used.emulator.addFault({ match, effect: REFUSE });
    expect(await send()).toBe('isv.X');
    expect(await send(other)).toBe('OK');
  });

  it('go by action', async () => {
    used.emulator.addFault({ match: { action: 'QuerySmsSignList' }, effect: REFUSE });
    expect(await send()).toBe('OK');
    const { body } = await used.sdk.querySmsSignList(new Sdk.QuerySmsSignListRequest({}));
    expect(body!.code).toBe('isv.X');
  });

  it('meet a share of the calls', async () => {
    used.emulator.addFault({ match: { share: 0.5 }, effect: REFUSE });
    let refused = 0;
    for (let i = 0; i < 200; i++) if ((await send()) === 'isv.X') refused++;
    // Outside of this once in ten million runs.
    expect(refused).toBeGreaterThan(60);
    expect(refused).toBeLessThan(140);
    used.emulator.clearFaults();
    used.emulator.addFault({ match: { share: 0 }, effect: REFUSE });
    expect(await send()).toBe('OK');
  });

  it('let the message pass where they say so', async () => {
    used.emulator.addFault({
      effect: { type: 'gateway', status: 503, code: 'ServiceUnavailable' },
      processed: true,
    });
    await expect(send()).rejects.toMatchObject({ name: 'ServerError' });
    expect(used.emulator.messages()).toHaveLength(1);
  });

  it('are tried in their order, and may be removed', async () => {
    const first = used.emulator.addFault({ effect: REFUSE });
    used.emulator.addFault({ effect: { type: 'refuse', code: 'isv.Y' } });
    expect(await send()).toBe('isv.X');
    expect(used.emulator.removeFault(first.id)).toBe(true);
    expect(await send()).toBe('isv.Y');
    expect(used.emulator.removeFault(first.id)).toBe(false);
  });

  it('do not stand before the signature', async () => {
    used.emulator.addFault({ effect: REFUSE });
    const answer = await rawCall(used.emulator, {
      query: { PhoneNumbers: '13900001234', SignName: '甲', TemplateCode: 'SMS_1' },
      tamper: (wire) => (wire.path += '1'),
    });
    expect(answer.json).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    expect(used.emulator.faults()[0]!.applied).toBe(0);
  });

  it.each<[string, FaultRule]>([
    ['code', { effect: { type: 'refuse' } as never }],
    ['status', { effect: { type: 'gateway', code: 'X' } as never }],
    ['ms', { effect: { type: 'delay' } as never }],
    ['share', { match: { share: 2 }, effect: REFUSE }],
    ['count', { count: 0, effect: REFUSE }],
    ['status', { effect: { type: 'answer', status: 1 } }],
  ])('need a right %s', (name, rule) => {
    expect(() => used.emulator.addFault(rule)).toThrow(name);
  });
});
