import type { SmsException } from '../../errors/sms.exception.js';
import type { SmsVerdict } from '../../sms/sms-hooks.js';
import type { SmsMessage } from '../../sms/sms-message.js';

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

  /** Told after each call. */
  onProgress?: (progress: BulkProgress) => void;
}

/** How many messages have come how far. */
export interface BulkProgress extends Readonly<Record<SmsVerdict, number>> {
  /** Messages taken from the source. */
  readonly read: number;
  /** Messages whose result is known: the sum of all verdicts. */
  readonly done: number;
  /** Calls that were made. */
  readonly calls: number;
}

/** What became of one message. */
export interface BulkResult {
  /** Its place in the source, from 0. */
  readonly index: number;
  readonly message: SmsMessage;
  readonly verdict: SmsVerdict;
  /** Of the call that carried it, which it may share with others. */
  readonly outId?: string;
  /** Where it was accepted. */
  readonly bizId?: string;
  readonly requestId?: string;
  /** Where it was not. */
  readonly error?: SmsException;
}
