import { Logger } from '@nestjs/common';
import type { SmsException, SmsOutcome } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';
import type { SmsHooks, SmsResultEvent } from './sms-hooks.js';

const LEVELS = {
  accepted: 'log',
  refused: 'warn',
  invalid: 'warn',
  'not-sent': 'error',
  unknown: 'error',
} satisfies Record<SmsOutcome, 'log' | 'warn' | 'error'>;

const DETAILS = {
  [SmsErrorCode.InvalidParameters]: ({ message }) => [`(${message})`],
  [SmsErrorCode.Rejected]: ({ aliyunCode = '-', requestId = '-' }) => [
    `aliyunCode=${aliyunCode}`,
    `requestId=${requestId}`,
  ],
  [SmsErrorCode.RequestFailed]: ({ reason = '-', requestId = '-', outId = '-' }) => [
    `reason=${reason}`,
    `requestId=${requestId}`,
    `outId=${outId}`,
  ],
} satisfies Record<SmsErrorCode, (error: SmsException) => string[]>;

/**
 * Writes one line a send: level by outcome, recipients masked.
 *
 * `accepted instance=login template=SMS_1 recipients=138****8000 code=OK requestId=… 12ms`
 */
export class SendLogger implements SmsHooks {
  readonly #logger = new Logger('AliyunSms');

  onResult(event: SmsResultEvent): void {
    const level = LEVELS[event.outcome];
    if (Logger.isLevelEnabled(level)) this.#logger[level](lineOf(event));
  }
}

function lineOf(event: SmsResultEvent): string {
  const { instance, send, outcome, duration, attempts, attemptOf, result, error } = event;
  const parts = [outcome, `instance=${instance}`];
  if (attemptOf !== undefined) parts.push(`attemptOf=${attemptOf}`);
  if (send) parts.push(`template=${send.template}`, `recipients=${send.maskedRecipients()}`);
  if (result) parts.push(`code=${result.code}`, `requestId=${result.requestId}`);
  if (error) parts.push(`code=${error.code}`, ...DETAILS[error.code](error));
  if (attempts > 1) parts.push(`attempts=${attempts}`);
  return `${parts.join(' ')} ${Math.round(duration)}ms`;
}
