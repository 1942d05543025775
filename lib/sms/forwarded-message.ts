import type { SmsMessage } from './sms-message.js';

// A symbol, so that no rule of a message has to know it, and no JSON from outside can carry it.
const THROUGH = Symbol('failovers that this message came through');

/** A message that a failover hands to one of its instances. */
interface ForwardedMessage extends SmsMessage {
  [THROUGH]?: readonly string[];
}

/** Marks a message as one that these failovers have handed on, the last of them to this instance. */
export function forwardMessage(message: SmsMessage, through: readonly string[]): SmsMessage {
  const forwarded: ForwardedMessage = { ...message, [THROUGH]: through };
  return forwarded;
}

const NONE: readonly string[] = [];

/** Names of the failovers that a message came through; none for what is no message. */
export function failoversOf(message: SmsMessage | null | undefined): readonly string[] {
  return (message as ForwardedMessage | null | undefined)?.[THROUGH] ?? NONE;
}
