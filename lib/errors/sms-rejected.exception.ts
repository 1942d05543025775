import { brand } from '../common/brand.js';
import { describeSmsError } from './catalogue/index.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException, type SmsExceptionFacts } from './sms.exception.js';

export interface SmsRejection extends SmsExceptionFacts {
  /** Aliyun's code, such as `isv.BUSINESS_LIMIT_CONTROL`. */
  aliyunCode: string;
  /** Aliyun's text, already without phone numbers, values and secrets. */
  aliyunMessage: string;
  /** Whether it was refused here, before the network, by the limits of the instance. */
  local?: boolean | undefined;
}

/** 46002: Aliyun answered, and the answer is a refusal. Nothing was sent. */
export class SmsRejectedException extends SmsException {
  static {
    brand(this, 'SmsRejectedException');
  }

  override readonly name = 'SmsRejectedException';
  override readonly code = SmsErrorCode.Rejected;
  override readonly aliyunCode: string;
  readonly aliyunMessage: string;
  /** What to do about it, in English; `describeSmsError(aliyunCode).remedy.zh` has it in Chinese. */
  readonly remedy: string;
  /** True where the limits of the instance refused it, before the network. */
  declare readonly local?: true;

  get outcome(): 'refused' {
    return 'refused';
  }

  constructor(rejection: SmsRejection) {
    const { aliyunCode, aliyunMessage, local } = rejection;
    const remedy = describeSmsError(aliyunCode).remedy.en;
    const who = local ? 'The limits of this instance' : 'Aliyun';
    super(`${who} refused the call: ${aliyunCode} (${aliyunMessage}). ${remedy}`, rejection);
    this.aliyunCode = aliyunCode;
    this.aliyunMessage = aliyunMessage;
    this.remedy = remedy;
    if (local) this.local = true;
  }
}
