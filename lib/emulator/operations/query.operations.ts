import { chinaDay, chinaTime } from '../../common/china-time.js';
import type { EmulatorMessage } from '../model/message.js';
import type { Operation } from './operation.js';
import { invalidParameter, pageOf } from './paging.js';

const SEND_STATUS = { waiting: 1, failed: 2, delivered: 3 } as const;

/** The messages to one number on one day. */
export const querySendDetails: Operation = {
  action: 'QuerySendDetails',
  required: ['PhoneNumber', 'SendDate', 'PageSize', 'CurrentPage'],
  run({ params, requestId }, { messages }) {
    const { PhoneNumber, SendDate, BizId } = params;
    if (!/^\d{8}$/.test(SendDate!)) throw invalidParameter('SendDate');
    const found = messages
      .list({ phoneNumber: PhoneNumber!, bizId: BizId || undefined })
      .filter((message) => chinaDay(message.receivedAt) === SendDate);
    return {
      // The model of the SDK has it as a string.
      TotalCount: String(found.length),
      Message: 'OK',
      RequestId: requestId,
      SmsSendDetailDTOs: {
        SmsSendDetailDTO: pageOf(found, params, 'CurrentPage').items.map(detailOf),
      },
      Code: 'OK',
    };
  },
};

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
