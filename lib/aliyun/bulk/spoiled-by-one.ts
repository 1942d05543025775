import { describeSmsError } from '../../errors/catalogue/index.js';
import type { SmsException } from '../../errors/sms.exception.js';
import { SmsRejectedException } from '../../errors/sms-rejected.exception.js';

/**
 * Whether the refusal of a call may be the fault of one of its messages, so that the others would be
 * accepted without it. A refusal proves that nothing was sent: sending the parts is no repeat.
 */
export function isSpoiledByOne(error: SmsException): boolean {
  if (!(error instanceof SmsRejectedException)) return false;
  if (error.aliyunCode === 'isv.BUSINESS_LIMIT_CONTROL') return true;
  return ['recipient', 'content', 'parameter'].includes(describeSmsError(error.aliyunCode).cause);
}
