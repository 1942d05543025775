import { MAX_RECIPIENTS } from '../../sms/message.rules.js';
import type { SendContent } from '../../sms/send.js';
import type { SmsMessage } from '../../sms/sms-message.js';
import type { PlannedCall } from './planned-call.js';

/** Most recipients of one SendBatchSms (https://help.aliyun.com/document_detail/66041.html). */
const MAX_BATCH = 100;
// Messages that wait for their like. More would find more of them, and take more memory.
const MAX_WAITING = 10_000;

/** Messages that may share a call of SendSms: same text, same sign, and no number twice. */
interface Group {
  key: string;
  /** Of the first message; that of the others differs in the phones only, and is not kept. */
  content: SendContent;
  messages: SmsMessage[];
  indexes: number[];
  phones: Set<string>;
}

/**
 * Puts messages together into as few calls as can be: equal ones into SendSms, single ones of the
 * same template and sign into SendBatchSms.
 */
export class CallPlanner {
  readonly #groups = new Map<string, Group>();
  #waiting = 0;
  #last: Group | undefined;

  /** Takes a message in, and hands out the calls that have become full by it. */
  add(index: number, message: SmsMessage, content: SendContent): PlannedCall[] {
    const { outId, signal } = message;
    if (outId !== undefined || signal !== undefined) {
      return [{ messages: [message], indexes: [index], content, outId }];
    }
    const calls: PlannedCall[] = [];
    let group = this.#groupFor(content);
    if (!hasPlaceFor(group, content.phones)) {
      calls.push(this.#take(group));
      group = this.#groupFor(content);
    }
    group.messages.push(message);
    group.indexes.push(index);
    for (const phone of content.phones) group.phones.add(phone);
    this.#waiting++;
    if (group.phones.size === MAX_RECIPIENTS) calls.push(this.#take(group));
    if (this.#waiting >= MAX_WAITING) calls.push(...this.flush());
    return calls;
  }

  /** Hands out what is left. */
  flush(): PlannedCall[] {
    const calls: PlannedCall[] = [];
    const batches = new Map<string, Group[]>();
    for (const group of this.#groups.values()) {
      if (group.phones.size > 1) {
        calls.push(toSendSms(group));
        continue;
      }
      const { template, sign, extendCode } = group.content;
      const key = `${template}\n${sign}\n${extendCode ?? ''}`;
      const batch = batches.get(key) ?? [];
      batches.set(key, batch);
      batch.push(group);
    }
    for (const singles of batches.values()) {
      for (let i = 0; i < singles.length; i += MAX_BATCH) {
        calls.push(toSendBatchSms(singles.slice(i, i + MAX_BATCH)));
      }
    }
    this.#groups.clear();
    this.#last = undefined;
    this.#waiting = 0;
    return calls;
  }

  #groupFor(content: SendContent): Group {
    // Neighbours are often alike: then no key need be made.
    if (this.#last && isAlike(this.#last.content, content)) return this.#last;
    const { template, sign, templateParam, extendCode } = content;
    const key = `${template}\n${sign}\n${extendCode ?? ''}\n${templateParam as string}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { key, content, messages: [], indexes: [], phones: new Set() };
      this.#groups.set(key, group);
    }
    this.#last = group;
    return group;
  }

  #take(group: Group): PlannedCall {
    this.#groups.delete(group.key);
    if (this.#last === group) this.#last = undefined;
    this.#waiting -= group.messages.length;
    return toSendSms(group);
  }
}

function toSendSms({ messages, indexes, content, phones }: Group): PlannedCall {
  return { messages, indexes, content: { ...content, phones: [...phones] }, outId: undefined };
}

function toSendBatchSms(singles: Group[]): PlannedCall {
  const [first] = singles as [Group];
  if (singles.length === 1) return toSendSms(first);
  return {
    messages: singles.flatMap(({ messages }) => messages),
    indexes: singles.flatMap(({ indexes }) => indexes),
    content: {
      ...first.content,
      phones: singles.flatMap(({ content }) => content.phones),
      templateParam: singles.map(({ content }) => content.templateParam as string),
    },
    outId: undefined,
  };
}

// Whether Aliyun sends once or twice to a number that is given twice is not said anywhere.
function hasPlaceFor({ phones }: Group, more: readonly string[]): boolean {
  return phones.size + more.length <= MAX_RECIPIENTS && !more.some((phone) => phones.has(phone));
}

function isAlike(one: SendContent, other: SendContent): boolean {
  return (
    one.templateParam === other.templateParam &&
    one.template === other.template &&
    one.sign === other.sign &&
    one.extendCode === other.extendCode
  );
}
