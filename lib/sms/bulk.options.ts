import type { SmsException, SmsOutcome } from '../errors/sms.exception.js';
import { isCount } from '../schema/option.rules.js';
import type { SmsMessage } from './sms-message.js';

/** Where the messages of a bulk send come from. */
export type MessageSource = Iterable<SmsMessage> | AsyncIterable<SmsMessage>;

export const BULK_DEFAULTS = Object.freeze({
  concurrency: 4,
  /** Max. milliseconds to wait for more messages of a slow source before a partial batch is sent. */
  maxWait: 200,
});

/** How a bulk send goes about it. */
export interface BulkOptions {
  /**
   * Calls at a time. Each holds up to 1,000 messages in memory; four of them, at 100 ms a call, are
   * 40,000 equal messages a second or 4,000 different ones.
   *
   * @default 4
   */
  concurrency?: number;

  /**
   * Most recipients a second. Aliyun allows 5,000 calls a second to an account.
   *
   * @default no limit
   */
  perSecond?: number;

  /**
   * Stops half-way: calls in flight are finished, the messages that were read and not yet sent come
   * back as `not-sent`, and no further ones are read.
   */
  signal?: AbortSignal;

  /** Called after each call. */
  onProgress?: (progress: BulkProgress) => void;
}

/** How many messages have come how far. */
export interface BulkProgress extends Readonly<Record<SmsOutcome, number>> {
  /** Messages taken from the source. */
  readonly read: number;
  /** Messages whose result is known: the sum of all outcomes. */
  readonly done: number;
  /** Calls that were made. */
  readonly calls: number;
}

/** What became of one message of a bulk send. */
export interface BulkResult {
  /** Its place in the source, from 0. */
  readonly index: number;
  readonly message: SmsMessage;
  readonly outcome: SmsOutcome;
  /** Of the call that carried it, which it may share with others. */
  readonly outId?: string;
  /** Where it was accepted. */
  readonly bizId?: string;
  readonly requestId?: string;
  /** Where it was not. */
  readonly error?: SmsException;
}

/** @throws RangeError, TypeError for options that make no sense */
export function assertBulkOptions(
  messages: MessageSource,
  { concurrency, perSecond }: BulkOptions,
): void {
  const isObject = typeof messages === 'object' && messages !== null;
  if (!isObject || !(Symbol.iterator in messages || Symbol.asyncIterator in messages)) {
    throw new TypeError('sendMessages takes an iterable or async iterable of messages');
  }
  if (concurrency !== undefined && !isCount(concurrency)) {
    throw new RangeError('concurrency must be a whole number from 1');
  }
  if (perSecond !== undefined && !(perSecond > 0)) {
    throw new RangeError('perSecond must be a number above 0');
  }
}
