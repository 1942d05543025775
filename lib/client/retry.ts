import type { SmsException } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';

export interface RetryOptions {
  /**
   * Requests in all, the first one included.
   *
   * @default 3
   */
  attempts?: number;
  /**
   * Milliseconds up to which the first pause is drawn at random; each further one doubles it.
   *
   * @default 100
   */
  baseDelay?: number;
  /**
   * Milliseconds up to which a pause is drawn at most.
   *
   * @default 2000
   */
  maxDelay?: number;
}

export const NO_RETRY: Required<RetryOptions> = { attempts: 1, baseDelay: 1, maxDelay: 1 };

/**
 * Returns the milliseconds to wait before the call is repeated, or undefined if it must not be:
 * Aliyun is not idempotent, so a send is repeated only if it provably was not executed.
 */
export function retryDelay(
  error: SmsException,
  action: string,
  attempts: number,
  options: Required<RetryOptions>,
): number | undefined {
  if (attempts >= options.attempts || !isRepeatable(error, action)) return undefined;
  if (error.retryAfter !== undefined) return error.retryAfter * 1000;
  const ceiling = Math.min(options.maxDelay, options.baseDelay * 2 ** (attempts - 1));
  return Math.random() * ceiling;
}

function isRepeatable(error: SmsException, action: string): boolean {
  switch (error.code) {
    case SmsErrorCode.InvalidParameters:
      return false;
    case SmsErrorCode.Rejected:
      return error.aliyunCode?.startsWith('Throttling') ?? false;
    case SmsErrorCode.RequestFailed:
      return isRepeatableFailure(error, action);
    default:
      error.code satisfies never;
      return false;
  }
}

function isRepeatableFailure({ reason, outcome }: SmsException, action: string): boolean {
  switch (reason) {
    case 'connect':
    case 'dns':
    case 'proxy':
      return outcome === 'not-sent';
    case 'reset':
    case 'server-error':
    case 'unreadable-answer':
      // A question may be asked twice.
      return /^(Query|Get|List)/.test(action);
    default:
      return false;
  }
}
