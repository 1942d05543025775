import type { EmulatorSign } from '../../signs/sign.js';
import type { EmulatorTemplate } from '../../templates/template.js';
import { BusinessError } from '../business.error.js';

/** Strict mode: the signature exists, is approved, and fits the template. */
export function checkSign(
  sign: EmulatorSign | undefined,
  template: EmulatorTemplate | undefined,
): asserts sign {
  if (sign?.state !== 'approved') {
    throw new BusinessError('isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)');
  }
  if (sign.signType === 0 && template?.templateType !== 0) {
    throw new BusinessError('isv.SMS_SIGNATURE_SCENE_ILLEGAL', '签名和模板类型不一致');
  }
}
