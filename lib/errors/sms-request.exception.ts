import { brand } from '../common/brand.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException, type SmsExceptionFacts, type SmsOutcome } from './sms.exception.js';

/** What is proven of a message without a usable response. */
type UnansweredOutcome = Extract<SmsOutcome, 'not-sent' | 'unknown'>;

/** Why there is no usable answer. */
export type SmsRequestFailure =
  /** The deadline (`timeout`) has passed. */
  | 'deadline'
  /** The caller's `signal` was aborted. */
  | 'aborted'
  /** No connection: refused, unreachable, or none in time. */
  | 'connect'
  /** The endpoint's name does not resolve. */
  | 'dns'
  /** The TLS handshake failed. */
  | 'tls'
  /** No credentials, or their provider failed. */
  | 'credentials'
  /** The configuration of the instance could not be loaded. */
  | 'configuration'
  /** None of the instances of a failover could send. */
  | 'failover'
  /** The store of the limits failed, and the limits say `onStoreError: 'refuse'`. */
  | 'limit-store'
  /** The application is shutting down. */
  | 'closed'
  /** The connection broke after the request was written. */
  | 'reset'
  /** HTTP 5xx, or a code by which Aliyun says that it does not know. */
  | 'server-error'
  /** A fault in the package itself, or in something that it was handed. */
  | 'internal'
  /** An answer that is not Aliyun's: not JSON, without a code, of wrong types, or too large. */
  | 'unreadable-answer';

export interface SmsRequestFailureDetails extends SmsExceptionFacts {
  reason: SmsRequestFailure;
  outcome: UnansweredOutcome;
  /** What happened, in a form fit for a log. */
  detail: string;
  /** HTTP status, where there was an answer. */
  status?: number | undefined;
  /** Why each instance of a failover could not send. */
  failures?: readonly InstanceFailure[] | undefined;
}

/** Why one instance of a failover could not send. */
export interface InstanceFailure {
  /** Name of the instance. */
  instance: string;
  error: SmsException;
}

/** One recipient of one send: what `findMessage` is asked about. */
export interface SentMessage {
  /** The `outId` of the send, as its result or exception carries it. */
  outId: string;
  /** The recipient, in clear. */
  phone: string;
  /** When it was sent; Aliyun answers for the last 30 days. */
  sentAt: Date | number;
}

const REMEDY = {
  'not-sent': 'Nothing was sent, so the call may be repeated once the cause is removed.',
  unknown:
    'The message may have been sent: look for its outId in QuerySendDetails before sending again.',
} satisfies Record<UnansweredOutcome, string>;

/** 46003: no usable answer. `outcome` says whether anything may have been sent. */
export class SmsRequestException extends SmsException {
  static {
    brand(this, 'SmsRequestException');
  }

  override readonly name = 'SmsRequestException';
  override readonly code = SmsErrorCode.RequestFailed;
  readonly outcome: UnansweredOutcome;
  override readonly reason: SmsRequestFailure;
  /** HTTP status, where there was a response. */
  declare readonly status?: number;
  /** With the reason `failover`: why each instance could not send, in the order in which they were asked. */
  declare readonly failures?: readonly InstanceFailure[];
  /** When the send began; absent for an operation that sends nothing. */
  declare readonly sentAt?: Date;
  // Private, so that no log that is handed the exception shows them.
  #phones: readonly string[] = [];

  constructor(failure: SmsRequestFailureDetails) {
    super(`${failure.detail}. ${REMEDY[failure.outcome]}`, failure);
    this.outcome = failure.outcome;
    this.reason = failure.reason;
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.failures !== undefined) this.failures = failure.failures;
  }

  /**
   * What to ask `findMessage` in order to settle an unknown outcome, once for each recipient. Holds
   * phone numbers in clear: not for a log.
   */
  toQueries(): SentMessage[] {
    const { outId, sentAt } = this;
    if (outId === undefined || sentAt === undefined) return [];
    return this.#phones.map((phone) => ({ outId, phone, sentAt }));
  }

  /** @internal */
  about(sentAt: Date, phones: readonly string[]): this {
    this.#phones = phones;
    return Object.assign(this, { sentAt });
  }
}
