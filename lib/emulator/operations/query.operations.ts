import { chinaDay, chinaTime } from '../../common/china-time.js';
import { invalidParameter } from '../errors.js';
import type { EmulatorMessage } from '../model/message.wire.js';
import { isMainlandNumber } from '../model/phone-number.js';
import { pageOf, type Operation } from './operation.js';

const DAY = /^\d{8}$/;
const SEND_STATUS = { waiting: 1, failed: 2, delivered: 3 } as const;
const COUNT = {
  waiting: 'NoRespondedCount',
  failed: 'RespondedFailCount',
  delivered: 'RespondedSuccessCount',
} as const;

/** Both see only the messages that are still kept. */
export const QUERY_OPERATIONS: readonly Operation[] = [
  {
    action: 'QuerySendDetails',
    required: ['PhoneNumber', 'SendDate', 'PageSize', 'CurrentPage'],
    run({ params, requestId }, { messages }) {
      const { PhoneNumber, SendDate, BizId } = params;
      if (!DAY.test(SendDate!)) throw invalidParameter('SendDate');
      const found = messages
        .list({ phoneNumber: PhoneNumber!, bizId: BizId || undefined })
        .filter((message) => chinaDay(message.receivedAt) === SendDate);
      return {
        // The model of the SDK declares it as a string.
        TotalCount: String(found.length),
        Message: 'OK',
        RequestId: requestId,
        SmsSendDetailDTOs: {
          SmsSendDetailDTO: pageOf(found, params, 'CurrentPage').items.map(detailOf),
        },
        Code: 'OK',
      };
    },
  },
  {
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
          isMainlandNumber(message.phoneNumber) === (IsGlobe === '1') &&
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
  },
];

function detailOf({ receipt, ...message }: EmulatorMessage): object {
  return {
    PhoneNum: message.phoneNumber,
    SendStatus: SEND_STATUS[receipt.state],
    ErrCode: receipt.errCode,
    TemplateCode: message.templateCode,
    Content: message.content,
    SendDate: chinaTime(message.receivedAt),
    ...(receipt.reportedAt && { ReceiveDate: chinaTime(receipt.reportedAt) }),
    OutId: message.outId ?? '',
  };
}

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
