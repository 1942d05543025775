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
}

/** 46002: Aliyun refused the call, or a limit of the instance did. Nothing was sent. */
export class SmsRejectedException extends SmsException {
  static {
    brand(this, 'SmsRejectedException');
  }

  override readonly name = 'SmsRejectedException';
  override readonly code = SmsErrorCode.Rejected;
  override readonly repeat: SmsErrorRepeat;
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
    const { aliyunCode, aliyunMessage, local } = rejection;
    const description = describeSmsError(aliyunCode);
    const remedy = description.remedy.en;
    const refuser = local ? 'The limits of this instance' : 'Aliyun';
    super(`${refuser} refused the call: ${aliyunCode} (${aliyunMessage}). ${remedy}`, rejection);
    this.repeat = description.repeat;
    this.aliyunCode = aliyunCode;
    this.aliyunMessage = aliyunMessage;
    this.remedy = remedy;
    if (local) this.local = true;
  }
}
