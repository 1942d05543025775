/** The kinds of messages that Aliyun pushes, each to an address of its own. */
export type PushKind = 'SmsReport' | 'SmsUp' | 'TemplateSmsReport' | 'SignSmsReport';

export type PushUrls = Partial<Record<PushKind, string>>;

export interface PushAttempt {
  /** ISO 8601, on the emulator's clock. */
  readonly at: string;
  /** HTTP status, `null` where there was no response. */
  readonly status: number | null;
  /** What was wrong with the response, `null` where nothing was. */
  readonly error: string | null;
}

/** One push and its attempts. */
export interface Push {
  readonly id: string;
  readonly kind: PushKind;
  readonly url: string;
  /** The JSON array that is posted. */
  readonly items: readonly object[];
  readonly attempts: PushAttempt[];
  /** `dropped` after the third failed retry. */
  state: 'pending' | 'accepted' | 'retrying' | 'dropped';
}
