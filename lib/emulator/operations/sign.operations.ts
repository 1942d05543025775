import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { signApplication } from './sign-application.js';

/** Applies for a signature, which is then under review. */
export const createSmsSign: Operation = {
  action: 'CreateSmsSign',
  required: ['SignName', 'SignSource', 'QualificationId'],
  run({ params, requestId }, { signs }) {
    const application = signApplication(params);
    if (signs.get(application.signName)) {
      throw new BusinessError('isv.SIGN_NAME_ILLEGAL', '签名已存在');
    }
    if (signs.isFull) throw new BusinessError('isv.SIGN_COUNT_OVER_LIMIT', '签名数量超过限制');
    const { signName, orderId } = signs.put({ ...application, state: 'reviewing' });
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      SignName: signName,
      OrderId: orderId,
    };
  },
};
