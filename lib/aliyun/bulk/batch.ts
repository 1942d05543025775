import { describeSmsError } from '../../errors/catalogue/index.js';
import type { SmsException } from '../../errors/sms.exception.js';
import type { MessageContent } from '../../sms/outgoing-message.js';
import type { SmsMessage } from '../../sms/sms-message.js';

/** Messages that go out in one call. */
export interface Batch {
  readonly messages: readonly SmsMessage[];
  /** The place of each in the source. */
  readonly indexes: readonly number[];
  /** The recipients of each. */
  readonly phoneLists: readonly (readonly string[])[];
  /** What the call says: one text to all, or a text of its own to each. */
  readonly content: MessageContent;
  /** Of a message that is alone in its call. */
  readonly outId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Whether one of its messages may be the cause of a refusal, so that the others would be accepted without
 * it. A refusal proves that nothing was sent: sending the parts is no repeat.
 */
export function canSplit({ messages }: Batch, { aliyunCode }: SmsException): boolean {
  if (messages.length === 1 || aliyunCode === undefined) return false;
  if (aliyunCode === 'isv.BUSINESS_LIMIT_CONTROL') return true;
  return ['recipient', 'content', 'parameter'].includes(describeSmsError(aliyunCode).cause);
}

/** Returns the two halves of a batch. */
export function splitBatch(batch: Batch): Batch[] {
  const { length } = batch.messages;
  const middle = length >> 1;
  return [slice(batch, 0, middle), slice(batch, middle, length)];
}

function slice({ messages, indexes, phoneLists, content }: Batch, from: number, to: number): Batch {
  const lists = phoneLists.slice(from, to);
  const { params } = content;
  return {
    messages: messages.slice(from, to),
    indexes: indexes.slice(from, to),
    phoneLists: lists,
    content: {
      ...content,
      phones: lists.flat(),
      params: Array.isArray(params) ? params.slice(from, to) : params,
    },
  };
}
