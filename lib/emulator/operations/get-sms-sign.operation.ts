import { chinaTime } from '../../common/china-time.js';
import { REVIEW_NUMBER } from '../model/review.js';
import type { Operation } from './operation.js';
import { unknownSign } from './sign-application.js';

/** One signature with its review. */
export const getSmsSign: Operation = {
  action: 'GetSmsSign',
  required: ['SignName'],
  run({ params, requestId }, { signs }) {
    const sign = signs.get(params['SignName']!);
    if (!sign) throw unknownSign();
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      SignName: sign.signName,
      SignCode: `SIGN_${sign.orderId}`,
      SignStatus: REVIEW_NUMBER[sign.state],
      SignTag: '2',
      SignUsage: sign.signType === 0 ? '验证码' : '通用',
      Remark: sign.remark,
      QualificationId: sign.qualificationId,
      ThirdParty: sign.thirdParty,
      OrderId: sign.orderId,
      CreateDate: chinaTime(sign.createdAt),
      FileUrlList: [],
      AuditInfo: {
        ...(sign.reviewedAt && { AuditDate: chinaTime(sign.reviewedAt) }),
        ...(sign.reason && { RejectInfo: sign.reason }),
      },
    };
  },
};
