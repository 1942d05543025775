import { recipientsOf } from '../../sms/message.parser.js';
import type { SendContent } from '../../sms/send.js';
import type { SmsMessage } from '../../sms/sms-message.js';

/** Messages that go out in one call. */
export interface PlannedCall {
  messages: SmsMessage[];
  /** The place of each in the source. */
  indexes: number[];
  /** What the call says: one text to all, or a text of its own to each. */
  content: SendContent;
  /** Given by a message, which is then alone; generated otherwise. */
  outId: string | undefined;
}

/** The two halves of a call, for one that was refused as a whole. */
export function halvesOf(call: PlannedCall): PlannedCall[] {
  const middle = call.messages.length >> 1;
  return [slice(call, 0, middle), slice(call, middle, call.messages.length)];
}

function slice(call: PlannedCall, from: number, to: number): PlannedCall {
  const { templateParam } = call.content;
  const messages = call.messages.slice(from, to);
  return {
    ...call,
    messages,
    indexes: call.indexes.slice(from, to),
    content: {
      ...call.content,
      phones: messages.flatMap(recipientsOf),
      templateParam:
        typeof templateParam === 'string' ? templateParam : templateParam.slice(from, to),
    },
  };
}
