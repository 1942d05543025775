import { isForeignNumber } from '../../model/phone-number.js';
import type { EmulatorTemplate } from '../../templates/template.js';
import { BusinessError } from '../business.error.js';

/** Strict mode: the template exists, is approved, and reaches the recipient's country. */
export function checkTemplate(
  template: EmulatorTemplate | undefined,
  phoneNumber: string,
): asserts template {
  if (template?.state !== 'approved') {
    throw new BusinessError('isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)');
  }
  const international = template.templateType === 3;
  if (international === isForeignNumber(phoneNumber)) return;
  if (international) {
    throw new BusinessError(
      'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
      '国际/港澳台消息模板不支持发送境内号码',
    );
  }
  throw new BusinessError('isv.MOBILE_NUMBER_ILLEGAL', `${phoneNumber}invalid mobile number`);
}
