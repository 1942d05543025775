import { MAX_RECIPIENTS } from '../../sms/message.rules.js';
import type { MessageContent, TemplateValues } from '../../sms/outgoing-message.js';
import type { ParsedMessage } from '../../sms/send-pipeline.js';
import type { SmsMessage } from '../../sms/sms-message.js';
import type { Batch } from './batch.js';

/** Most recipients of one SendBatchSms (https://help.aliyun.com/document_detail/66041.html). */
const MAX_BATCH = 100;
// Messages that wait for equal ones. More would find more of them, and take more memory.
const MAX_WAITING = 10_000;

/** Messages that may share a call of SendSms: same text, same sign, and no number twice. */
interface Group {
  key: string;
  /** Of the first message; that of the others differs in the phones only, and is not kept. */
  content: MessageContent;
  /** Its values as JSON, to be compared with. */
  paramsText: string;
  messages: SmsMessage[];
  indexes: number[];
  phoneLists: (readonly string[])[];
  phones: Set<string>;
}

/**
 * Puts messages together into as few calls as possible: equal ones into SendSms, single ones of the
 * same template and sign into SendBatchSms.
 */
export class MessageBatcher {
  readonly #groups = new Map<string, Group>();
  #waiting = 0;
  #last: Group | undefined;

  /** Takes a message in, and returns the batches that have become full by it. */
  add(index: number, message: SmsMessage, { content, outId, signal }: ParsedMessage): Batch[] {
    const { phones } = content;
    if (outId !== undefined || signal !== undefined) {
      return [
        { messages: [message], indexes: [index], phoneLists: [phones], content, outId, signal },
      ];
    }
    const batches: Batch[] = [];
    const paramsText = JSON.stringify(content.params);
    let group = this.#groupFor(content, paramsText);
    if (!hasPlaceFor(group, phones)) {
      batches.push(this.#take(group));
      group = this.#groupFor(content, paramsText);
    }
    group.messages.push(message);
    group.indexes.push(index);
    group.phoneLists.push(phones);
    for (const phone of phones) group.phones.add(phone);
    this.#waiting++;
    if (group.phones.size === MAX_RECIPIENTS) batches.push(this.#take(group));
    if (this.#waiting >= MAX_WAITING) batches.push(...this.flush());
    return batches;
  }

  /** Returns what is left. */
  flush(): Batch[] {
    const batches: Batch[] = [];
    const singles = new Map<string, Group[]>();
    for (const group of this.#groups.values()) {
      if (group.phones.size > 1) {
        batches.push(toSendSms(group));
        continue;
      }
      const { template, sign, extendCode } = group.content;
      const key = `${template}\n${sign}\n${extendCode ?? ''}`;
      const alike = singles.get(key) ?? [];
      singles.set(key, alike);
      alike.push(group);
    }
    for (const alike of singles.values()) {
      for (let i = 0; i < alike.length; i += MAX_BATCH) {
        batches.push(toSendBatchSms(alike.slice(i, i + MAX_BATCH)));
      }
    }
    this.#groups.clear();
    this.#last = undefined;
    this.#waiting = 0;
    return batches;
  }

  #groupFor(content: MessageContent, paramsText: string): Group {
    // Neighbours are often equal: then no key need be made.
    if (this.#last && isEqual(this.#last, content, paramsText)) return this.#last;
    const { template, sign, extendCode } = content;
    const key = `${template}\n${sign}\n${extendCode ?? ''}\n${paramsText}`;
    let group = this.#groups.get(key);
    if (!group) {
      const lists = { messages: [], indexes: [], phoneLists: [] };
      group = { key, content, paramsText, ...lists, phones: new Set() };
      this.#groups.set(key, group);
    }
    this.#last = group;
    return group;
  }

  #take(group: Group): Batch {
    this.#groups.delete(group.key);
    if (this.#last === group) this.#last = undefined;
    this.#waiting -= group.messages.length;
    return toSendSms(group);
  }
}

function toSendSms({ messages, indexes, phoneLists, content, phones }: Group): Batch {
  return { messages, indexes, phoneLists, content: { ...content, phones: [...phones] } };
}

function toSendBatchSms(singles: Group[]): Batch {
  const [first] = singles as [Group];
  if (singles.length === 1) return toSendSms(first);
  const phoneLists = singles.flatMap((group) => group.phoneLists);
  return {
    messages: singles.flatMap(({ messages }) => messages),
    indexes: singles.flatMap(({ indexes }) => indexes),
    phoneLists,
    content: {
      ...first.content,
      phones: phoneLists.flat(),
      params: singles.map(({ content }) => content.params as TemplateValues),
    },
  };
}

// Whether Aliyun sends once or twice to a number that is given twice is not said anywhere.
function hasPlaceFor({ phones }: Group, more: readonly string[]): boolean {
  return phones.size + more.length <= MAX_RECIPIENTS && !more.some((phone) => phones.has(phone));
}

function isEqual(group: Group, content: MessageContent, paramsText: string): boolean {
  return (
    group.paramsText === paramsText &&
    group.content.template === content.template &&
    group.content.sign === content.sign &&
    group.content.extendCode === content.extendCode
  );
}
