import { describe, expect, it } from 'vitest';
import { Sdk, sendSmsRequest } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';
import { stopClock } from '../../../test/support/stop-clock.js';
import { chinaDay } from '../../common/china-time.js';

stopClock();

describe('QuerySendDetails', () => {
  const used = useEmulator();
  const query = async (fields: Partial<InstanceType<typeof Sdk.QuerySendDetailsRequest>> = {}) => {
    const request = new Sdk.QuerySendDetailsRequest({
      phoneNumber: '13900001234',
      sendDate: chinaDay(used.emulator.clock.now()),
      pageSize: 10,
      currentPage: 1,
      ...fields,
    });
    return (await used.sdk.querySendDetails(request)).body!;
  };

  it('tells what became of each message', async () => {
    for (const outId of ['a', 'b', 'c']) await used.sdk.sendSms(sendSmsRequest({ outId }));
    const [c, b] = used.emulator.messages();
    await used.emulator.report(c!);
    await used.emulator.report(b!, { errCode: 'MOBILE_NOT_ON_SERVICE' });
    const body = await query();
    expect(body).toMatchObject({ code: 'OK', totalCount: '3' });
    expect(
      body.smsSendDetailDTOs!.smsSendDetailDTO!.map((each) => [
        each.outId,
        each.sendStatus,
        each.errCode,
        each.receiveDate !== undefined,
      ]),
    ).toEqual([
      ['c', 3, 'DELIVERED', true],
      ['b', 2, 'MOBILE_NOT_ON_SERVICE', true],
      ['a', 1, '', false],
    ]);
    expect(body.smsSendDetailDTOs!.smsSendDetailDTO![0]).toMatchObject({
      phoneNum: '13900001234',
      templateCode: 'SMS_123456789',
      content: '【某某科技】code: 123456',
      sendDate: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
    });
  });

  it('pages, and goes by number, day and BizId', async () => {
    await used.sdk.sendSms(sendSmsRequest({ phoneNumbers: '13900001235' }));
    await used.sdk.sendSms(sendSmsRequest({ outId: 'a' }));
    const { body } = await used.sdk.sendSms(sendSmsRequest({ outId: 'b' }));
    const second = await query({ pageSize: 1, currentPage: 2 });
    expect(second.totalCount).toBe('2');
    expect(second.smsSendDetailDTOs!.smsSendDetailDTO!.map((each) => each.outId)).toEqual(['a']);
    expect((await query({ bizId: body!.bizId })).totalCount).toBe('1');
    expect((await query({ sendDate: '20200101' })).totalCount).toBe('0');
  });

  it('refuses a page of more than 50', async () => {
    expect((await query({ pageSize: 51 })).code).toBe('isv.INVALID_PARAMETERS');
  });
});

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
