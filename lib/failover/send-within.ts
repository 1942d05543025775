import { CallEnded, withinCall } from '../common/call-time.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { limitOf, type TimeLimit } from '../sms/given-time.js';
import type { Sms } from '../sms/sms.js';
import type { SendMessageResult, SmsMessage } from '../sms/sms-message.js';

// Milliseconds past its time in which an instance can still say what it has proven. A type without a pipeline
// of ours may never end.
const SETTLE_TIME = 500;

/** Milliseconds that are too short for any call, so that no further instance is asked. */
export const MIN_TIME_LEFT = 5;

/** Returns a limit for the calls of one instance. */
export function timeLimit(most: number): TimeLimit {
  return { most, longest: 0 };
}

/** Sends a message through one instance, and does not wait much longer than the limit of the message says. */
export async function sendWithin(sms: Sms, message: SmsMessage): Promise<SendMessageResult> {
  const limit = limitOf(message) ?? timeLimit(Infinity);
  const startedAt = performance.now();
  try {
    const deadline = startedAt + limit.most + SETTLE_TIME;
    return await withinCall(sms.sendMessage(message), { deadline, signal: undefined });
  } catch (thrown) {
    if (!(thrown instanceof CallEnded)) throw thrown;
    throw new SmsRequestException({
      reason: 'deadline',
      outcome: 'unknown',
      detail: `The instance did not end the call within ${Math.round(limit.most)} ms`,
    });
  } finally {
    limit.longest = Math.max(limit.longest, performance.now() - startedAt);
  }
}
