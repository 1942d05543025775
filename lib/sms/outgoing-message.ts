import { randomUUID } from 'node:crypto';
import { shownFieldName } from '../common/names.js';
import { maskPhone } from '../errors/redaction.js';
import type { TimeLimit } from './given-time.js';

import type { SmsSendEvent } from './sms-hooks.js';

/** Values of a template's variables, as Aliyun takes them: strings only. */
export type TemplateValues = Readonly<Record<string, string>>;

/** What a message says and to whom: checked, and in the form in which Aliyun is given it. */
export interface MessageContent {
  readonly template: string;
  /** Absent where the type needs none and none was given. */
  readonly sign: string | undefined;
  /** Normalised, without duplicates. */
  readonly phones: readonly string[];
  /** One for all `phones`, or one for each of them. */
  readonly params: TemplateValues | readonly TemplateValues[];
  readonly extendCode: string | undefined;
  /** Names of the failovers that the message came through, the last one first asked this instance. */
  readonly through: readonly string[];
  /** What a failover leaves of its time. */
  readonly limit: TimeLimit | undefined;
}

const MAX_SHOWN = 3;
const MAX_NAMES = 50;

/** One call that sends. The content is private, since hooks are handed the whole object and may log it. */
export class OutgoingMessage implements SmsSendEvent {
  readonly instance: string;
  readonly outId: string;
  readonly template: string;
  declare readonly attemptOf?: string;
  declare readonly sign?: string;
  readonly #createdAt = Date.now();
  readonly #content: MessageContent;

  constructor(instance: string, outId: string, content: MessageContent) {
    this.instance = instance;
    this.outId = outId;
    this.template = content.template;
    this.#content = content;
    const attemptOf = content.through.at(-1);
    if (attemptOf !== undefined) this.attemptOf = attemptOf;
    if (content.sign !== undefined) this.sign = content.sign;
  }

  get recipients(): number {
    return this.#content.phones.length;
  }

  get sentAt(): Date {
    return new Date(this.#createdAt);
  }

  /** In clear: not for a log. */
  get content(): MessageContent {
    return this.#content;
  }

  maskedRecipients(): string {
    const shown = this.#content.phones.slice(0, MAX_SHOWN).map(maskPhone).join(',');
    const more = this.recipients - MAX_SHOWN;
    return more > 0 ? `${shown},+${more}` : shown;
  }

  paramNames(): string[] {
    const names = new Set([this.#content.params].flat().flatMap((params) => Object.keys(params)));
    return [...names].slice(0, MAX_NAMES).map(shownFieldName);
  }
}

/** Returns an id for a send that was given none. */
export function newOutId(): string {
  // Node makes it of a dozen pieces, eight times the size of the text, which each send that waits would hold.
  // It is lower-case already; what comes out is one piece.
  return randomUUID().toLowerCase();
}
