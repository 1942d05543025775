import { maskPhone } from '../errors/redaction.js';
import type { SmsSendEvent } from './sms-hooks.js';

/** What a message says and to whom, in the form in which Aliyun is given it. */
export interface SendContent {
  template: string;
  sign: string;
  /** Normalised, without duplicates. */
  phones: readonly string[];
  /** JSON with string values only: one for all, or one for each of `phones`. */
  templateParam: string | readonly string[];
  extendCode: string | undefined;
}

/** The operation of Aliyun's that carries a send, with its parameters. */
export interface SendOperation {
  action: 'SendSms' | 'SendBatchSms';
  query: Record<string, string>;
  form?: Record<string, string>;
}

const MAX_SHOWN = 3;

/** One call that sends. What must not be logged is private, since hooks are handed the whole object. */
export class Send implements SmsSendEvent {
  readonly template: string;
  readonly #createdAt = Date.now();
  readonly #content: SendContent;

  constructor(
    readonly instance: string,
    readonly outId: string,
    content: SendContent,
  ) {
    this.template = content.template;
    this.#content = content;
  }

  get recipients(): number {
    return this.#content.phones.length;
  }

  get sentAt(): Date {
    return new Date(this.#createdAt);
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

  toOperation(): SendOperation {
    const { template, sign, phones, templateParam, extendCode } = this.#content;
    if (typeof templateParam !== 'string') {
      const query = { OutId: this.outId, TemplateCode: template };
      const forEach = (value: string) => JSON.stringify(phones.map(() => value));
      const form: Record<string, string> = {
        PhoneNumberJson: JSON.stringify(phones),
        SignNameJson: forEach(sign),
        TemplateParamJson: `[${templateParam.join(',')}]`,
      };
      if (extendCode) form['SmsUpExtendCodeJson'] = forEach(extendCode);
      return { action: 'SendBatchSms', query, form };
    }
    const query: Record<string, string> = {
      OutId: this.outId,
      PhoneNumbers: phones.join(','),
      SignName: sign,
      TemplateCode: template,
      TemplateParam: templateParam,
    };
    if (extendCode) query['SmsUpExtendCode'] = extendCode;
    return { action: 'SendSms', query };
  }
}
