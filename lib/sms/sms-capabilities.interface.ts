import type { SentMessage } from '../errors/sms-request.exception.js';

/** Which message is asked about: one recipient of one send. */
export interface MessageQuery extends SentMessage {
  signal?: AbortSignal;
}

/** What became of a message. */
export type MessageState = 'delivered' | 'failed' | 'pending' | 'not-found-yet';

export interface PingOptions {
  /**
   * Milliseconds for the whole call.
   *
   * @default the `timeout` of the instance
   */
  timeout?: number;
  signal?: AbortSignal;
}

/** Proof that the provider knows the account and can be reached. */
export interface PingResult {
  /** Aliyun's id of the call. */
  requestId?: string;
  /** The code with which Aliyun refused the question itself, as it does after it knows who asks. */
  refusedWith?: string;
}
