import { describeSmsError } from '../errors/catalogue/index.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';

/** What a failure of one instance means for the next one. */
export interface FailureVerdict {
  /** Whether another instance may be asked: nothing was sent, and the message is not to blame. */
  movesOn: boolean;
  /** Whether the next messages would fail in the same way. */
  needsRest: boolean;
}

const STOP: FailureVerdict = { movesOn: false, needsRest: false };

/** An unknown outcome is never sent again by another instance: it could arrive twice. */
export function judgeFailure(error: unknown): FailureVerdict {
  if (error instanceof SmsRequestException) {
    // The caller gave up, or the application ends: neither is the instance's fault.
    const isOurs = error.reason !== 'aborted' && error.reason !== 'closed';
    return error.outcome === 'not-sent' && isOurs ? { movesOn: true, needsRest: true } : STOP;
  }
  return error instanceof SmsRejectedException ? judgeRefusal(error) : STOP;
}

function judgeRefusal({ aliyunCode, local }: SmsRejectedException): FailureVerdict {
  switch (describeSmsError(aliyunCode).cause) {
    case 'account':
      return { movesOn: true, needsRest: true };
    case 'configuration':
      // Of the service's codes these are about one template or sign, of the gateway's about the key.
      return { movesOn: true, needsRest: !aliyunCode.startsWith('isv.') };
    case 'quota':
      // This one is about a number that had enough, which says nothing about other numbers.
      return { movesOn: true, needsRest: !local && aliyunCode !== 'isv.BUSINESS_LIMIT_CONTROL' };
    default:
      return STOP;
  }
}
