import { chinaTime } from '../../common/china-time.js';
import { AUDIT_STATUS } from '../model/review.js';
import type { Operation } from './operation.js';
import { pageOf } from './paging.js';
import { rejection } from './review-response.js';

/** All signatures with their review state. */
export const querySmsSignList: Operation = {
  action: 'QuerySmsSignList',
  required: [],
  run({ params, requestId }, { signs }) {
    const all = signs.list();
    const { page, size, items } = pageOf(all, params, 'PageIndex');
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      TotalCount: all.length,
      CurrentPage: page,
      PageSize: size,
      SmsSignList: items.map((sign) => ({
        SignName: sign.signName,
        AuditStatus: AUDIT_STATUS[sign.state],
        BusinessType: sign.signType === 0 ? '验证码类型' : '通用类型',
        OrderId: sign.orderId,
        CreateDate: chinaTime(sign.createdAt),
        Reason: rejection(sign),
      })),
    };
  },
};
