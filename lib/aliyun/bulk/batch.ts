import { describeSmsError } from '../../errors/catalogue/index.js';
import { SmsRejectedException } from '../../errors/sms-rejected.exception.js';
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

// More messages than this, refused alone and one after the other with one code, are not the cause of the
// refusal: it concerns them all, as flow control of a whole template does.
const MAX_REFUSED_ALONE = 8;

/**
 * Says when a refused batch is no longer split. Without this rule a code that concerns all recipients would cost
 * a call for each of them, and as many for the batches above: 1,999 for a batch of 1,000.
 *
 * Once `MAX_REFUSED_ALONE` messages in a row were refused alone with one code, each part that is still waiting is
 * sent once as a whole; where it is refused with the same code, all of its messages have that result. A part
 * that is accepted ends the row, and splitting goes on. Thus a batch of n messages that are all refused costs at
 * most 2·log2(n) + 2·8 calls. A refusal by limits of our own costs no call and is always split.
 */
export class SplitBound {
  #code: string | undefined;
  #refusedAlone = 0;

  accepted(): void {
    this.#refusedAlone = 0;
  }

  /** Takes note of a refusal, and returns whether splitting its batch makes sense. */
  allowsSplitOf({ messages }: Batch, error: SmsException): boolean {
    if (error instanceof SmsRejectedException && error.local) return true;
    const { aliyunCode } = error;
    if (aliyunCode !== this.#code) this.#refusedAlone = 0;
    this.#code = aliyunCode;
    if (messages.length === 1) this.#refusedAlone++;
    return this.#refusedAlone < MAX_REFUSED_ALONE;
  }
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
