import { maskPhone } from '../errors/redaction.js';
import type { SmsSendEvent } from './sms-hooks.js';

export interface SendContent {
  sign: string;
  /** Normalised, without duplicates. */
  phones: readonly string[];
  /** JSON with string values only. */
  templateParam: string;
  extendCode: string | undefined;
}

const MAX_SHOWN = 3;

/**
 * A message that has passed every rule, in the form in which Aliyun is given it. What must not be
 * logged is private, since hooks are handed the whole object.
 */
export class Send implements SmsSendEvent {
  readonly #content: SendContent;

  constructor(
    readonly instance: string,
    readonly template: string,
    readonly outId: string,
    content: SendContent,
  ) {
    this.#content = content;
  }

  get recipients(): number {
    return this.#content.phones.length;
  }

  /** The content, in clear. */
  reveal(): SendContent {
    return this.#content;
  }

  maskedRecipients(): string {
    const shown = this.#content.phones.slice(0, MAX_SHOWN).map(maskPhone).join(',');
    const more = this.recipients - MAX_SHOWN;
    return more > 0 ? `${shown},+${more}` : shown;
  }

  /** The parameters of SendSms. */
  toQuery(): Record<string, string> {
    const { sign, phones, templateParam, extendCode } = this.#content;
    const query: Record<string, string> = {
      OutId: this.outId,
      PhoneNumbers: phones.join(','),
      SignName: sign,
      TemplateCode: this.template,
      TemplateParam: templateParam,
    };
    if (extendCode) query['SmsUpExtendCode'] = extendCode;
    return query;
  }
}
