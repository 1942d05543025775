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

/**
 * What follows from a cause. An error that the end user can correct is 422; one that only the
 * operator can correct is 502, because an end user is not to blame for a wrong sign.
 */
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
