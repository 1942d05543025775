import { MAX_RECIPIENTS } from '../message.rules.js';
import type { PlannedCall, PlannedMessage } from './planned-call.js';

/** Most recipients of one SendBatchSms (https://help.aliyun.com/document_detail/66041.html). */
const MAX_BATCH = 100;
// Messages that wait for their like. More would find more of them, and take more memory.
const MAX_WAITING = 10_000;

/** Messages that may share a call of SendSms: same text, same sign, and no number twice. */
interface Group {
  key: string;
  messages: PlannedMessage[];
  phones: Set<string>;
}

/**
 * Puts messages together into as few calls as can be: equal ones into SendSms, single ones of the
 * same template and sign into SendBatchSms.
 */
export class CallPlanner {
  readonly #groups = new Map<string, Group>();
  #waiting = 0;

  /** Takes a message in, and hands out the calls that have become full by it. */
  add(message: PlannedMessage): PlannedCall[] {
    const { outId, signal } = message.message;
    if (outId !== undefined || signal !== undefined) return [{ messages: [message], outId }];

    const { template, sign, templateParam, extendCode, phones } = message.content;
    const key = `${template}\n${sign}\n${extendCode ?? ''}\n${templateParam as string}`;
    const calls: PlannedCall[] = [];
    let group = this.#groups.get(key);
    if (group && !hasPlaceFor(group, phones)) {
      calls.push(this.#take(group));
      group = undefined;
    }
    if (!group) {
      group = { key, messages: [], phones: new Set() };
      this.#groups.set(key, group);
    }
    group.messages.push(message);
    for (const phone of phones) group.phones.add(phone);
    this.#waiting++;
    if (group.phones.size === MAX_RECIPIENTS) calls.push(this.#take(group));
    if (this.#waiting >= MAX_WAITING) calls.push(...this.flush());
    return calls;
  }

  /** Hands out what is left. */
  flush(): PlannedCall[] {
    const calls: PlannedCall[] = [];
    const batches = new Map<string, PlannedMessage[]>();
    for (const { messages, phones } of this.#groups.values()) {
      if (phones.size > 1) {
        calls.push({ messages, outId: undefined });
        continue;
      }
      const [single] = messages as [PlannedMessage];
      const { template, sign, extendCode } = single.content;
      const key = `${template}\n${sign}\n${extendCode ?? ''}`;
      const batch = batches.get(key) ?? [];
      batches.set(key, batch);
      batch.push(single);
    }
    for (const batch of batches.values()) {
      for (let i = 0; i < batch.length; i += MAX_BATCH) {
        calls.push({ messages: batch.slice(i, i + MAX_BATCH), outId: undefined });
      }
    }
    this.#groups.clear();
    this.#waiting = 0;
    return calls;
  }

  #take(group: Group): PlannedCall {
    this.#groups.delete(group.key);
    this.#waiting -= group.messages.length;
    return { messages: group.messages, outId: undefined };
  }
}

// Whether Aliyun sends once or twice to a number that is given twice is not said anywhere.
function hasPlaceFor(group: Group, phones: readonly string[]): boolean {
  return (
    group.phones.size + phones.length <= MAX_RECIPIENTS &&
    !phones.some((phone) => group.phones.has(phone))
  );
}
