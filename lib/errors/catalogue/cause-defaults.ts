import type {
  SmsErrorActor,
  SmsErrorCause,
  SmsErrorRepeat,
} from './sms-error-description.interface.js';

interface CauseDefaults {
  actor: SmsErrorActor;
  repeat: SmsErrorRepeat;
  httpStatus: number;
}

/** 422 is the end user's to mend, 502 the operator's: an end user must not be blamed for a sign. */
export const CAUSE_DEFAULTS = {
  parameter: { actor: 'developer', repeat: 'no', httpStatus: 422 },
  content: { actor: 'developer', repeat: 'no', httpStatus: 422 },
  account: { actor: 'account-owner', repeat: 'no', httpStatus: 502 },
  configuration: { actor: 'account-owner', repeat: 'no', httpStatus: 502 },
  quota: { actor: 'nobody', repeat: 'later', httpStatus: 429 },
  recipient: { actor: 'recipient', repeat: 'no', httpStatus: 422 },
  platform: { actor: 'aliyun', repeat: 'care', httpStatus: 503 },
  none: { actor: 'nobody', repeat: 'no', httpStatus: 200 },
  unknown: { actor: 'developer', repeat: 'care', httpStatus: 502 },
} satisfies Record<SmsErrorCause, CauseDefaults>;
