import { optional } from '../schema/option.rules.js';
import type { SmsException, SmsOutcome } from '../errors/sms.exception.js';
import type { SendMessageResult } from './sms-message.js';

/** A send that has started. It holds no phone number in clear and no template value. */
export interface SmsSendEvent {
  /** Name of the instance. */
  readonly instance: string;
  readonly template: string;
  readonly outId: string;
  readonly recipients: number;
  /** Name of the failover that tries this instance for its message; absent for a send of its own. */
  readonly attemptOf?: string;
  /** The signature, if the message has one. */
  readonly sign?: string;
  /** The first of them as `138****8000`, and how many more there are. */
  maskedRecipients(): string;
  /** Names of the template's variables that have a value, without the values. */
  paramNames(): readonly string[];
}

/** How a send ended. */
export interface SmsResultEvent {
  readonly instance: string;
  /** The send; absent where the message was refused as invalid (46001) before it became one. */
  readonly send?: SmsSendEvent;
  readonly outcome: SmsOutcome;
  /** Milliseconds from the call of `sendMessage`. */
  readonly duration: number;
  /** Requests that were made for it: 0 where nothing left the process, above 1 after repeats. */
  readonly attempts: number;
  /** Name of the failover that tried this instance; count its own event, not those of its attempts. */
  readonly attemptOf?: string;
  /** Where it was accepted. */
  readonly result?: SendMessageResult;
  /** Where it was not. */
  readonly error?: SmsException;
}

/**
 * Watches the sends of an instance, for monitoring of your own. A hook that throws or rejects is
 * logged; the send does not wait for it.
 */
export interface SmsHooks {
  onSend?(send: SmsSendEvent): void | Promise<void>;
  onResult?(result: SmsResultEvent): void | Promise<void>;
}

/** Rule of the option `hooks`, for configurations that have it. */
export const hooksRule = optional(
  'hooks',
  'an object with onSend and onResult, or an array of these',
  (value) => [value].flat().every((hook) => typeof hook === 'object' && hook !== null),
);
