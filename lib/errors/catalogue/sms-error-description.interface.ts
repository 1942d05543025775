import type { LocalizedText } from '../../common/localized-text.wire.js';

/**
 * What a code is about.
 *
 * - `parameter`: a value of the call has the wrong form
 * - `content`: the text or a variable is not allowed
 * - `account`: money, activation, identity or risk control of the Aliyun account
 * - `configuration`: sign, template, credentials, permissions, clock, network address
 * - `quota`: flow control and limits
 * - `recipient`: the number, its owner or the handset
 * - `platform`: Aliyun or a carrier failed
 * - `none`: not an error
 * - `unknown`: the catalogue does not have the code, and its name does not tell the cause
 */
export type SmsErrorCause =
  | 'parameter'
  | 'content'
  | 'account'
  | 'configuration'
  | 'quota'
  | 'recipient'
  | 'platform'
  | 'none'
  | 'unknown';

/** Who can change something. `nobody`: it is enough to wait, or there is nothing to do. */
export type SmsErrorActor = 'developer' | 'account-owner' | 'recipient' | 'aliyun' | 'nobody';

/**
 * Whether the same message may be sent again.
 *
 * - `no`: it fails again until somebody changes something, or it has already arrived
 * - `later`: nothing was delivered, so that it may be sent again after a while
 * - `care`: it may have gone out; look it up first, because Aliyun does not detect duplicates
 */
export type SmsErrorRepeat = 'no' | 'later' | 'care';

/** What `describeSmsError` returns for a code. */
export interface SmsErrorDescription {
  /** The code that was passed; empty when it was not a string. */
  code: string;
  /** `false` when the catalogue does not have the code and only its prefix was read. */
  known: boolean;
  /** What happened. */
  text: LocalizedText;
  cause: SmsErrorCause;
  actor: SmsErrorActor;
  /** What to do about it. */
  remedy: LocalizedText;
  repeat: SmsErrorRepeat;
  /** The status of the HTTP response to a request that ended in this code. */
  httpStatus: number;
}

/** A description as the tables hold it: without what follows from its cause. */
export interface CatalogueEntry {
  cause: SmsErrorCause;
  /** Set where it differs from `CAUSE_DEFAULTS`. */
  actor?: SmsErrorActor;
  /** Set where it differs from `CAUSE_DEFAULTS`. */
  repeat?: SmsErrorRepeat;
  zh: readonly [text: string, remedy: string];
  en: readonly [text: string, remedy: string];
}
