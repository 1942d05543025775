import { Logger } from '@nestjs/common';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { SmsHooks, SmsResultEvent, SmsVerdict } from './sms-hooks.js';

const LEVELS = {
  accepted: 'log',
  refused: 'warn',
  invalid: 'warn',
  'not-sent': 'error',
  unknown: 'error',
} satisfies Record<SmsVerdict, 'log' | 'warn' | 'error'>;

/**
 * One line a send: level by result, recipients masked.
 *
 * `accepted instance=login template=SMS_1 recipients=138****8000 code=OK requestId=… 12ms`
 */
export class SendLogger implements SmsHooks {
  readonly #logger = new Logger('AliyunSms');

  onResult(event: SmsResultEvent): void {
    const level = LEVELS[event.verdict];
    if (Logger.isLevelEnabled(level)) this.#logger[level](line(event));
  }
}

function line({
  instance,
  send,
  verdict,
  duration,
  attempts,
  result,
  error,
}: SmsResultEvent): string {
  const parts = [verdict, `instance=${instance}`];
  if (send) parts.push(`template=${send.template}`, `recipients=${send.maskedRecipients()}`);
  if (result) parts.push(`code=${result.code}`, `requestId=${result.requestId}`);
  if (error) parts.push(...details(error));
  if (attempts > 1) parts.push(`attempts=${attempts}`);
  return `${parts.join(' ')} ${Math.round(duration)}ms`;
}

function details(error: SmsException): string[] {
  const { requestId = '-' } = error as { requestId?: string };
  if (error instanceof SmsRejectedException) {
    return [`code=${error.code}`, `aliyunCode=${error.aliyunCode}`, `requestId=${requestId}`];
  }
  if (error instanceof SmsRequestException) {
    const outId = `outId=${error.outId ?? '-'}`;
    return [`code=${error.code}`, `reason=${error.reason}`, `requestId=${requestId}`, outId];
  }
  return [`code=${error.code}`, `(${error.message})`];
}
