import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { maskPhone } from '../errors/redaction.js';
import { normalizePhoneNumber } from '../common/phone-number.js';
import { SmsRegistry, type SmsResultEvent } from '../index.js';
import type { RecentSend, SendsAnswer, SendsQuery } from './console.wire.js';
import { toRecentSend } from './recent-send.js';

const MAX_SENDS = 2_000;
/** In characters of JSON: about two bytes each. */
const MAX_SIZE = 4_000_000;

interface KeptSend {
  readonly send: RecentSend;
  readonly size: number;
}

/** Keeps the last sends of all instances, within a number and a size. */
@Injectable()
export class RecentSends implements OnApplicationShutdown {
  // Oldest first.
  readonly #kept: KeptSend[] = [];
  // A page that was open before a restart must not take new sends for old ones.
  readonly #process = randomUUID().slice(0, 8);
  readonly #unsubscribe: () => void;
  #lastId = 0;
  #size = 0;

  constructor(registry: SmsRegistry) {
    this.#unsubscribe = registry.observe({ onResult: (event) => this.#add(event) });
  }

  list({ limit = 50, before, ...filter }: SendsQuery): SendsAnswer {
    const matches = matcher(filter);
    const found = this.#kept.filter(({ send }) => matches(send)).reverse();
    const start = before === undefined ? 0 : this.#startAfter(found, before);
    const page = found.slice(start, start + limit).map(({ send }) => send);
    const hasMore = start + limit < found.length;
    return {
      sends: page,
      total: found.length,
      kept: this.#kept.length,
      next: hasMore ? (page.at(-1)?.id ?? null) : null,
    };
  }

  onApplicationShutdown(): void {
    this.#unsubscribe();
  }

  /** By number, since the send itself may be forgotten, or match no more. */
  #startAfter(found: readonly KeptSend[], before: string): number {
    const [process, number] = before.split('-');
    if (process !== this.#process) return found.length;
    const index = found.findIndex(({ send }) => Number(send.id.split('-')[1]) < Number(number));
    return index < 0 ? found.length : index;
  }

  #add(event: SmsResultEvent): void {
    const send = toRecentSend(`${this.#process}-${++this.#lastId}`, event);
    const size = JSON.stringify(send).length;
    this.#kept.push({ send, size });
    this.#size += size;
    while (this.#kept.length > MAX_SENDS || this.#size > MAX_SIZE) {
      this.#size -= this.#kept.shift()?.size ?? this.#size;
    }
  }
}

type SendFilter = Omit<SendsQuery, 'limit' | 'before'>;

function matcher({ text, instance, outcome, template }: SendFilter) {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).map(spellings);
  return (send: RecentSend): boolean => {
    if (instance && send.instance !== instance) return false;
    if (outcome && send.outcome !== outcome) return false;
    if (template && send.template !== template) return false;
    if (words.length === 0) return true;
    const searched = textOf(send);
    return words.every((each) => each.some((word) => searched.includes(word)));
  };
}

/** A number is kept masked, so it is looked for in that form too. */
function spellings(word: string): string[] {
  const phone = normalizePhoneNumber(word);
  return phone === undefined ? [word] : [word, maskPhone(phone)];
}

function textOf({ request, ...send }: RecentSend): string {
  const { id, instance, template, to, outcome, attemptOf } = send;
  const { code, message, aliyunCode, reason, requestId, bizId, outId, remedy } = send;
  const ids = [requestId, bizId, outId];
  const error = [code, message, aliyunCode, reason, remedy?.zh, remedy?.en];
  const about = [id, instance, template, to, outcome, attemptOf, request.sign, ...request.params];
  return about.concat(ids, error.map(String)).join('\n').toLowerCase();
}
