import { brand } from '../common/brand.js';
import type { SmsErrorRepeat } from './catalogue/index.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException, type SmsExceptionFacts, type SmsOutcome } from './sms.exception.js';

/** How a send without a usable response ended, as far as it is proven. */
type FailedOutcome = Extract<SmsOutcome, 'not-sent' | 'unknown'>;

/** Why there is no usable response. */
export type SmsRequestFailure =
  /** The deadline (option `timeout`) has passed. */
  | 'deadline'
  /** The caller's `signal` was aborted. */
  | 'aborted'
  /** No connection: it was refused, the host is unreachable, or it took too long. */
  | 'connect'
  /** The endpoint's name does not resolve. */
  | 'dns'
  /** The TLS handshake failed. */
  | 'tls'
  /** The proxy could not be reached, or did not connect to the endpoint. */
  | 'proxy'
  /** There are no credentials, or their provider failed. */
  | 'credentials'
  /** The configuration of the instance could not be loaded. */
  | 'configuration'
  /** There is no instance of this name. */
  | 'unknown-instance'
  /** None of the instances of a failover could send. */
  | 'failover'
  /** The store of the limits failed, and the limits say `onStoreError: 'refuse'`. */
  | 'limit-store'
  /** The application is shutting down. */
  | 'closed'
  /** The connection broke after the request was written. */
  | 'reset'
  /** HTTP 5xx, or a code with which Aliyun leaves the outcome open. */
  | 'server-error'
  /** An error in the package itself, or in something that was passed to it. */
  | 'internal'
  /** The response is not one of Aliyun: it is not JSON, has no code, has wrong types, or is too large. */
  | 'unreadable-answer';

export interface SmsRequestFailureDetails extends SmsExceptionFacts {
  reason: SmsRequestFailure;
  outcome: FailedOutcome;
  /** What happened, in a form fit for a log. */
  detail: string;
  /** HTTP status, if there was a response. */
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

/** One recipient of one send: the query for `findMessage`. */
export interface SentMessage {
  /** The `outId` of the send, from its result or exception. */
  outId: string;
  /** Phone number of the recipient, in clear. */
  phone: string;
  /** When it was sent. Aliyun finds messages of the last 30 days. */
  sentAt: Date | number;
}

const REMEDY = {
  'not-sent': 'Nothing was sent, so the call may be repeated once the cause is removed.',
  unknown:
    'The message may have been sent: look for its outId in QuerySendDetails before sending again.',
} satisfies Record<FailedOutcome, string>;

// What may change by itself may be sent later; for the others somebody has to change something.
const REPEAT = {
  deadline: 'later',
  aborted: 'later',
  connect: 'later',
  dns: 'later',
  tls: 'no',
  proxy: 'later',
  credentials: 'no',
  configuration: 'no',
  'unknown-instance': 'no',
  failover: 'later',
  'limit-store': 'later',
  closed: 'later',
  reset: 'later',
  'server-error': 'later',
  internal: 'no',
  'unreadable-answer': 'no',
} satisfies Record<SmsRequestFailure, SmsErrorRepeat>;

/** 46003: no usable response. `outcome` says whether anything may have been sent. */
export class SmsRequestException extends SmsException {
  static {
    brand(this, 'SmsRequestException');
  }

  override readonly name = 'SmsRequestException';
  override readonly code = SmsErrorCode.RequestFailed;
  readonly outcome: FailedOutcome;
  override readonly repeat: SmsErrorRepeat;
  override readonly reason: SmsRequestFailure;
  /** HTTP status, if there was a response. */
  declare readonly status?: number;
  /** Of a failover: why each instance that it asked could not send, in the order in which they were tried. */
  declare readonly failures?: readonly InstanceFailure[];
  /** When the send began; absent for an operation that sends nothing. */
  declare readonly sentAt?: Date;
  // Private, so that no logger can show them.
  #phones: readonly string[] = [];

  constructor(failure: SmsRequestFailureDetails) {
    super(`${failure.detail}. ${REMEDY[failure.outcome]}`, failure);
    this.outcome = failure.outcome;
    this.repeat = repeatOf(failure);
    this.reason = failure.reason;
    if (failure.status !== undefined) this.status = failure.status;
    if (failure.failures !== undefined) this.failures = failure.failures;
  }

  /**
   * Returns a query for `findMessage` for each recipient, to settle an unknown outcome. The queries hold
   * phone numbers in clear: do not log them.
   */
  toQueries(): SentMessage[] {
    const { outId, sentAt } = this;
    if (outId === undefined || sentAt === undefined) return [];
    return this.#phones.map((phone) => ({ outId, phone, sentAt }));
  }

  /** @internal */
  about(sentAt: Date, phones: readonly string[]): this {
    this.#phones = phones;
    return Object.isFrozen(this) ? this : Object.assign(this, { sentAt });
  }
}

function repeatOf({ outcome, reason, failures = [] }: SmsRequestFailureDetails): SmsErrorRepeat {
  if (outcome === 'unknown') return 'care';
  // A failover can send again as soon as one of its instances can.
  const mayChange = reason !== 'failover' || failures.some(({ error }) => error.repeat !== 'no');
  return mayChange ? REPEAT[reason] : 'no';
}
