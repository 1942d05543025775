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
 * - `unknown`: a code that the catalogue does not know and whose name does not say either
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

/** Who can change something. `nobody`: there is nothing to do but wait, or nothing at all. */
export type SmsErrorActor = 'developer' | 'account-owner' | 'recipient' | 'aliyun' | 'nobody';

/**
 * May the same message be sent again?
 *
 * - `no`: it fails again until somebody changes something (or it has arrived)
 * - `later`: nothing was delivered; safe after a while
 * - `care`: it may have gone out; look it up first, Aliyun does not detect duplicates
 */
export type SmsErrorRepeat = 'no' | 'later' | 'care';

export interface LocalizedText {
  zh: string;
  en: string;
}

/** One entry of the catalogue, as `describeSmsError` returns it. */
export interface SmsErrorDescription {
  /** The code that was asked for; empty when it was no string. */
  code: string;
  /** `false` when the rest was guessed from the code's prefix. */
  known: boolean;
  /** What happened. */
  text: LocalizedText;
  cause: SmsErrorCause;
  actor: SmsErrorActor;
  /** What to do about it. */
  remedy: LocalizedText;
  repeat: SmsErrorRepeat;
  /** The status with which an HTTP filter answers a request that ended in this code. */
  httpStatus: number;
}
