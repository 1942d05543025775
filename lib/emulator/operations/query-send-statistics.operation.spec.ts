import { describe, expect, it } from 'vitest';
import { chinaDay } from '../../common/china-time.js';
import { Sdk, sendSmsRequest } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

const DAY = 86_400_000;

describe('QuerySendStatistics', () => {
  const used = useEmulator();
  const query = async (
    fields: Partial<InstanceType<typeof Sdk.QuerySendStatisticsRequest>> = {},
  ) => {
    const request = new Sdk.QuerySendStatisticsRequest({
      isGlobe: 1,
      startDate: '20200101',
      endDate: '20991231',
      pageIndex: 1,
      pageSize: 10,
      ...fields,
    });
    return (await used.sdk.querySendStatistics(request)).body!;
  };

  it('counts each day by what became of the messages', async () => {
    const { emulator, sdk } = used;
    const today = chinaDay(emulator.clock.now());
    for (let i = 0; i < 3; i++) await sdk.sendSms(sendSmsRequest());
    const [first, second] = emulator.messages();
    await emulator.report(first!);
    await emulator.report(second!, { errCode: 'EXPIRED' });
    await emulator.clock.advance(DAY);
    await sdk.sendSms(sendSmsRequest());
    const { data } = await query();
    expect(data!.totalSize).toBe(2);
    expect(data!.targetList).toMatchObject([
      {
        sendDate: today,
        totalCount: 3,
        respondedSuccessCount: 1,
        respondedFailCount: 1,
        noRespondedCount: 1,
      },
      {
        sendDate: chinaDay(emulator.clock.now()),
        totalCount: 1,
        respondedSuccessCount: 0,
        respondedFailCount: 0,
        noRespondedCount: 1,
      },
    ]);
  });

  it('keeps home and abroad, signatures and days apart', async () => {
    await used.sdk.sendSms(sendSmsRequest());
    await used.sdk.sendSms(sendSmsRequest({ phoneNumbers: '85251234567', signName: '乙' }));
    expect((await query({ isGlobe: 2 })).data!.targetList![0]!.totalCount).toBe(1);
    expect((await query({ signName: '乙' })).data!.totalSize).toBe(0);
    expect((await query({ endDate: '20200102' })).data!.totalSize).toBe(0);
  });
});
