import type { LocalizedText } from '../common/localized-text.wire.js';
import type { SmsOutcome } from '../errors/sms-outcome.wire.js';

/** What became of a message at one recipient. */
export interface SendReceipt {
  /** Masked. */
  phone: string;
  state: 'delivered' | 'failed';
  /** Such as `MOBILE_NOT_ON_SERVICE`. */
  errorCode: string | null;
  /** ISO 8601. */
  at: string;
}

/** What was to be sent: no number in clear, no value. */
export interface SendRequest {
  template: string | null;
  /** Null where the message was refused before it became one, or the type needs none. */
  sign: string | null;
  /** Names of the template's variables that had a value. */
  params: readonly string[];
  recipients: number;
  /** The first of them, masked, and how many more there are. */
  to: string;
  outId: string | null;
}

/** How it was answered. */
export interface SendAnswer {
  /** `OK`, or the code of the refusal; null where there is no answer. */
  aliyunCode: string | null;
  /** What Aliyun says, redacted. */
  aliyunMessage: string | null;
  requestId: string | null;
  bizId: string | null;
  /** HTTP status of an answer that is none of Aliyun. */
  status: number | null;
}

/** A send of this process. */
export interface RecentSend {
  /** Stable, and not used again after a restart. */
  id: string;
  /** ISO 8601. */
  at: string;
  instance: string;
  template: string | null;
  recipients: number;
  to: string;
  outcome: SmsOutcome;
  /** Milliseconds. */
  duration: number;
  /** Requests that were made. */
  attempts: number;
  /** Name of the failover instance that tried this one. */
  attemptOf?: string;
  /** 46001, 46002 or 46003. */
  code?: number;
  aliyunCode?: string;
  reason?: string;
  /** The error in English. */
  message?: string;
  /** Of the catalogue, for an `aliyunCode`. */
  text?: LocalizedText;
  remedy?: LocalizedText;
  /** Seconds after which a repeat makes sense. */
  retryAfter?: number;
  requestId?: string;
  bizId?: string;
  outId?: string;
  request: SendRequest;
  answer: SendAnswer;
  /** Newest first. */
  receipts: readonly SendReceipt[];
}

/** The query of `GET sends`. */
export interface SendsQuery {
  /** Words that all have to be in a send, in any of its texts. */
  text?: string;
  instance?: string;
  outcome?: SmsOutcome;
  template?: string;
  /** The id of a send: what follows is older. */
  before?: string;
  /** @default 50, at most 200 */
  limit?: number;
}

/** `GET sends`, newest first. */
export interface SendsAnswer {
  sends: readonly RecentSend[];
  /** How many match in all, `before` aside. */
  total: number;
  /** How many are kept. Older ones are forgotten. */
  kept: number;
  /** `before` of the next page; null where this is the last one. */
  next: string | null;
}
