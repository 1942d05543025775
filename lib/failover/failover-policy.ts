import { describeSmsError } from '../errors/catalogue/index.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';

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
  switch (error.code) {
    case SmsErrorCode.InvalidParameters:
      return STOP;
    case SmsErrorCode.Rejected:
      return decideRefusal(error);
    case SmsErrorCode.RequestFailed:
      return decideUnanswered(error);
    default:
      error.code satisfies never;
      return STOP;
  }
}

function decideUnanswered({ outcome, reason }: SmsException): FailoverDecision {
  // The caller gave up, or the application ends: neither is the instance's doing.
  const isOurs = reason !== 'aborted' && reason !== 'closed';
  return outcome === 'not-sent' && isOurs ? { tryNext: true, coolDown: true } : STOP;
}

function decideRefusal(error: SmsException): FailoverDecision {
  const { aliyunCode = '' } = error;
  const isLocal = error instanceof SmsRejectedException && error.local === true;
  switch (describeSmsError(aliyunCode).cause) {
    case 'account':
      return { tryNext: true, coolDown: true };
    case 'configuration':
      // Of the service's codes these are about one template or sign, of the gateway's about the key.
      return { tryNext: true, coolDown: !aliyunCode.startsWith('isv.') };
    case 'quota':
      // This one is about a number that had enough, which says nothing about other numbers.
      return { tryNext: true, coolDown: !isLocal && aliyunCode !== 'isv.BUSINESS_LIMIT_CONTROL' };
    default:
      return STOP;
  }
}
