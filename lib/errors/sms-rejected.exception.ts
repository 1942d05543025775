import { brand } from '../common/brand.js';
import { describeSmsError, type SmsErrorRepeat } from './catalogue/index.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException, type SmsExceptionFacts } from './sms.exception.js';

export interface SmsRejection extends SmsExceptionFacts {
  /** Aliyun's code, such as `isv.BUSINESS_LIMIT_CONTROL`. */
  aliyunCode: string;
  /** Aliyun's text, from which phone numbers, values and secrets are removed. */
  aliyunMessage: string;
  /** Whether the limits of the instance refused it, before any request to Aliyun. */
  local?: boolean | undefined;
  /**
   * Whether the same message may be sent again after a while. Give it for a code that is not one of Aliyun's.
   *
   * @default what the catalogue says of the code; `'later'` with a `retryAfter`, else `'no'`, for one that it does
   * not know
   */
  repeat?: 'no' | 'later' | undefined;
}

// The catalogue takes a code that it does not know for one of an open outcome.
const REMEDY_OF_ANOTHER =
  'Nothing was sent: the code is one of the provider that refused, so look it up there.';

/** 46002: Aliyun refused the call, or a limit of the instance did. Nothing was sent. */
export class SmsRejectedException extends SmsException {
  static {
    brand(this, 'SmsRejectedException');
  }

  override readonly name = 'SmsRejectedException';
  override readonly code = SmsErrorCode.Rejected;
  override readonly repeat: Exclude<SmsErrorRepeat, 'care'>;
  override readonly aliyunCode: string;
  readonly aliyunMessage: string;
  /** What to do, in English. `describeSmsError(aliyunCode).remedy.zh` has it in Chinese. */
  readonly remedy: string;
  /** True if the limits of the instance refused it, before any request to Aliyun. */
  declare readonly local?: true;

  get outcome(): 'refused' {
    return 'refused';
  }

  constructor(rejection: SmsRejection) {
    const { aliyunCode, aliyunMessage, local, retryAfter } = rejection;
    const description = describeSmsError(aliyunCode);
    const known = description.repeat === 'care' ? undefined : description.repeat;
    const remedy = known ? description.remedy.en : REMEDY_OF_ANOTHER;
    const refuser = local ? 'The limits of this instance' : 'Aliyun';
    super(`${refuser} refused the call: ${aliyunCode} (${aliyunMessage}). ${remedy}`, rejection);
    // Never `care`: a refusal proves that nothing was sent.
    this.repeat = rejection.repeat ?? known ?? (retryAfter === undefined ? 'no' : 'later');
    this.aliyunCode = aliyunCode;
    this.aliyunMessage = aliyunMessage;
    this.remedy = remedy;
    if (local) this.local = true;
  }
}
