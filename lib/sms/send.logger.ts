import { Logger } from '@nestjs/common';
import { maskPhone } from '../errors/redaction.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { SendMessageResult } from './send-message.result.js';

/** What is known of a send when its line is written. */
export interface SendFacts {
  template: string;
  phones: readonly string[];
}

const MAX_SHOWN = 3;

/**
 * One line a send: level by result, recipients masked.
 *
 * `accepted instance=login template=SMS_1 recipients=138****8000 code=OK requestId=… 12ms`
 */
export class SendLogger {
  readonly #logger = new Logger('AliyunSms');

  constructor(
    private readonly instance: string,
    private readonly enabled: boolean,
  ) {}

  accepted(facts: SendFacts, { requestId, code }: SendMessageResult, startedAt: number): void {
    if (!this.enabled || !Logger.isLevelEnabled('log')) return;
    this.#logger.log(
      this.#line('accepted', facts, `code=${code} requestId=${requestId}`, startedAt),
    );
  }

  failed(facts: SendFacts | undefined, error: SmsException, startedAt: number): void {
    if (!this.enabled) return;
    const line = this.#line(verdict(error), facts, details(error), startedAt);
    if (error.code === SmsErrorCode.RequestFailed) this.#logger.error(line);
    else this.#logger.warn(line);
  }

  #line(verdict: string, facts: SendFacts | undefined, details: string, startedAt: number): string {
    const duration = `${Math.round(performance.now() - startedAt)}ms`;
    const what = facts ? ` template=${facts.template} recipients=${recipients(facts.phones)}` : '';
    return `${verdict} instance=${this.instance}${what} ${details} ${duration}`;
  }
}

function recipients(phones: readonly string[]): string {
  const shown = phones.slice(0, MAX_SHOWN).map(maskPhone).join(',');
  return phones.length > MAX_SHOWN ? `${shown},+${phones.length - MAX_SHOWN}` : shown;
}

function verdict(error: SmsException): string {
  if (error instanceof SmsRequestException) return error.outcome;
  return error.code === SmsErrorCode.Rejected ? 'refused' : 'invalid';
}

function details(error: SmsException): string {
  const { requestId = '-' } = error as { requestId?: string };
  if (error instanceof SmsRejectedException) {
    return `code=${error.code} aliyunCode=${error.aliyunCode} requestId=${requestId}`;
  }
  if (error instanceof SmsRequestException) {
    return `code=${error.code} reason=${error.reason} requestId=${requestId} outId=${error.outId ?? '-'}`;
  }
  return `code=${error.code} (${error.message})`;
}
