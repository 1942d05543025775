import { chinaDay } from '../../common/china-time.js';
import type { EmulatorMessage } from '../model/message.js';
import { isForeignNumber } from '../model/phone-number.js';
import type { Operation } from './operation.js';
import { invalidParameter, pageOf } from './paging.js';

const DAY = /^\d{8}$/;
const COUNT = {
  waiting: 'NoRespondedCount',
  failed: 'RespondedFailCount',
  delivered: 'RespondedSuccessCount',
} as const;

/** Counts a day, of the messages that are still kept. */
export const querySendStatistics: Operation = {
  action: 'QuerySendStatistics',
  required: ['IsGlobe', 'StartDate', 'EndDate', 'PageIndex', 'PageSize'],
  run({ params, requestId }, { messages, templates }) {
    const { IsGlobe, StartDate, EndDate, SignName, TemplateType } = params;
    if (IsGlobe !== '1' && IsGlobe !== '2') throw invalidParameter('IsGlobe');
    if (!DAY.test(StartDate!)) throw invalidParameter('StartDate');
    if (!DAY.test(EndDate!)) throw invalidParameter('EndDate');
    const counted = messages.list({ signName: SignName || undefined }).filter((message) => {
      const day = chinaDay(message.receivedAt);
      const type = templates.get(message.templateCode)?.templateType;
      return (
        day >= StartDate! &&
        day <= EndDate! &&
        isForeignNumber(message.phoneNumber) === (IsGlobe === '2') &&
        (!TemplateType || String(type) === TemplateType)
      );
    });
    const days = countByDay(counted);
    return {
      Message: 'OK',
      RequestId: requestId,
      Data: { TotalSize: days.length, TargetList: pageOf(days, params, 'PageIndex').items },
      Code: 'OK',
    };
  },
};

function countByDay(messages: readonly EmulatorMessage[]) {
  const days = new Map<string, ReturnType<typeof emptyDay>>();
  for (const { receivedAt, receipt } of messages) {
    const day = chinaDay(receivedAt);
    const counts = days.get(day) ?? emptyDay(day);
    counts.TotalCount++;
    counts[COUNT[receipt.state]]++;
    days.set(day, counts);
  }
  return [...days.values()].toSorted((a, b) => a.SendDate.localeCompare(b.SendDate));
}

function emptyDay(SendDate: string) {
  return {
    TotalCount: 0,
    RespondedSuccessCount: 0,
    RespondedFailCount: 0,
    NoRespondedCount: 0,
    SendDate,
  };
}
