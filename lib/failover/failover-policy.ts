import { describeSmsError } from '../errors/catalogue/index.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';

/** What a failure of one instance means for the next one. */
export interface FailoverDecision {
  /** Whether another instance may be asked: nothing was sent, and the message is not to blame. */
  tryNext: boolean;
  /** Whether the next messages would fail in the same way, so that the instance is left alone for a while. */
  coolDown: boolean;
}

const STOP: FailoverDecision = { tryNext: false, coolDown: false };

/** An unknown outcome is never sent again by another instance: it could arrive twice. */
export function decide(error: SmsException): FailoverDecision {
  if (error instanceof SmsRequestException) {
    // The caller gave up, or the application ends: neither is the instance's doing.
    const isOurs = error.reason !== 'aborted' && error.reason !== 'closed';
    return error.outcome === 'not-sent' && isOurs ? { tryNext: true, coolDown: true } : STOP;
  }
  return error instanceof SmsRejectedException ? decideRefusal(error) : STOP;
}

function decideRefusal({ aliyunCode, local }: SmsRejectedException): FailoverDecision {
  switch (describeSmsError(aliyunCode).cause) {
    case 'account':
      return { tryNext: true, coolDown: true };
    case 'configuration':
      // Of the service's codes these are about one template or sign, of the gateway's about the key.
      return { tryNext: true, coolDown: !aliyunCode.startsWith('isv.') };
    case 'quota':
      // This one is about a number that had enough, which says nothing about other numbers.
      return { tryNext: true, coolDown: !local && aliyunCode !== 'isv.BUSINESS_LIMIT_CONTROL' };
    default:
      return STOP;
  }
}
