import { REVIEW_ANEW } from '../model/review.js';
import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { signApplication, unknownSign } from './sign-application.js';

/** Changes a signature that is not under review, and puts it under review again. */
export const updateSmsSign: Operation = {
  action: 'UpdateSmsSign',
  required: ['SignName', 'SignSource', 'QualificationId'],
  run({ params, requestId }, { signs }) {
    const sign = signs.get(params['SignName']!);
    if (!sign) throw unknownSign();
    if (sign.state === 'reviewing') {
      throw new BusinessError('isv.ERROR_SIGN_NOT_MODIFY', '签名审核中，不可修改');
    }
    const changed = signs.put({
      ...sign,
      ...signApplication(params),
      ...REVIEW_ANEW,
    });
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      SignName: changed.signName,
      OrderId: changed.orderId,
    };
  },
};
