import type { SmsMessage } from './sms-message.js';

// A symbol, so that no rule of a message has to know it, and no JSON from outside can carry it.
const STARTED_AT = Symbol('when the send of this message began');

/** A message that waited for its instance before it could be sent. */
interface StartedMessage extends SmsMessage {
  [STARTED_AT]?: number;
}

/**
 * Marks a message as one whose send began before its instance was there, so that the wait is a part of the
 * time of the call.
 *
 * @param startedAt on the clock of `performance.now()`
 */
export function startedMessage(message: SmsMessage, startedAt: number): SmsMessage {
  // What is no message, or cannot be read, is refused by the instance.
  if (typeof message !== 'object' || message === null) return message;
  try {
    if (Array.isArray(message)) return message;
    // A copy: the message is the caller's own.
    const started: StartedMessage = Object.assign(
      Object.create(Reflect.getPrototypeOf(message)) as SmsMessage,
      message,
      { [STARTED_AT]: startedAt },
    );
    return started;
  } catch {
    return message;
  }
}

/** Returns when the send of a message began, if that was before its instance was there. */
export function startOf(message: SmsMessage | null | undefined): number | undefined {
  try {
    return (message as StartedMessage | null | undefined)?.[STARTED_AT];
  } catch {
    return undefined;
  }
}
