import type { CallTimeEnd } from '../common/call-time.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';

const DETAIL = {
  deadline: 'The time of the call (option timeout) was over before the call was made',
  aborted: 'The call was aborted by its signal before it was made',
} satisfies Record<CallTimeEnd, string>;

/** Makes the exception for a send that ended before its call was made. */
export function endedBefore(reason: CallTimeEnd): SmsRequestException {
  return new SmsRequestException({ reason, outcome: 'not-sent', detail: DETAIL[reason] });
}

/** Makes the exception for a message that a bulk send has read, and not sent since it was stopped. */
export function stoppedBefore(): SmsRequestException {
  const detail = 'The bulk send was stopped before this message';
  return new SmsRequestException({ reason: 'aborted', outcome: 'not-sent', detail });
}
