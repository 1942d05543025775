import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { unknownSign } from './sign-application.js';

/** Deletes a signature that is not under review. */
export const deleteSmsSign: Operation = {
  action: 'DeleteSmsSign',
  required: ['SignName'],
  run({ params, requestId }, { signs }) {
    const sign = signs.get(params['SignName']!);
    if (!sign) throw unknownSign();
    if (sign.state === 'reviewing') {
      throw new BusinessError('isv.ERROR_SIGN_NOT_DELETE', '签名审核中，无法删除');
    }
    signs.delete(sign.signName);
    return { Message: 'OK', RequestId: requestId, Code: 'OK', SignName: sign.signName };
  },
};
