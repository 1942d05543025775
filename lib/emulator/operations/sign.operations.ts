import { chinaTime } from '../../common/china-time.js';
import { BusinessError, invalidParameter, unknownSign } from '../errors.js';
import type { Params } from '../http/params.js';
import { REVIEW_AGAIN } from '../model/review.js';
import type { SignStore } from '../model/sign.js';
import type { EmulatorSign } from '../model/sign.wire.js';
import { pageOf, type Operation } from './operation.js';
import { AUDIT_STATUS, auditInfo, rejection, REVIEW_NUMBER } from './review-response.js';

export const SIGN_OPERATIONS: readonly Operation[] = [
  {
    action: 'CreateSmsSign',
    required: ['SignName', 'SignSource', 'QualificationId'],
    run({ params, requestId }, { signs }) {
      const application = readApplication(params);
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
  },
  {
    action: 'UpdateSmsSign',
    required: ['SignName', 'SignSource', 'QualificationId'],
    run({ params, requestId }, { signs }) {
      const sign = findSign(signs, params);
      if (sign.state === 'reviewing') {
        throw new BusinessError('isv.ERROR_SIGN_NOT_MODIFY', '签名审核中，不可修改');
      }
      const changed = signs.put({ ...sign, ...readApplication(params), ...REVIEW_AGAIN });
      return {
        Message: 'OK',
        RequestId: requestId,
        Code: 'OK',
        SignName: changed.signName,
        OrderId: changed.orderId,
      };
    },
  },
  {
    action: 'DeleteSmsSign',
    required: ['SignName'],
    run({ params, requestId }, { signs }) {
      const sign = findSign(signs, params);
      if (sign.state === 'reviewing') {
        throw new BusinessError('isv.ERROR_SIGN_NOT_DELETE', '签名审核中，无法删除');
      }
      signs.delete(sign.signName);
      return { Message: 'OK', RequestId: requestId, Code: 'OK', SignName: sign.signName };
    },
  },
  {
    action: 'GetSmsSign',
    required: ['SignName'],
    run({ params, requestId }, { signs }) {
      const sign = findSign(signs, params);
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
        AuditInfo: auditInfo(sign),
      };
    },
  },
  {
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
  },
];

function findSign(signs: SignStore, params: Params): EmulatorSign {
  const sign = signs.get(params['SignName']!);
  if (!sign) throw unknownSign();
  return sign;
}

/** The fields that `CreateSmsSign` and `UpdateSmsSign` have in common. */
function readApplication(params: Params) {
  const { SignName, SignSource, SignType, Remark, QualificationId, ThirdParty } = params;
  if (/[【】]/.test(SignName!)) {
    throw new BusinessError('isv.SIGN_NAME_ILLEGAL', '签名名称不符合规范');
  }
  if (!/^[0-5]$/.test(SignSource!)) throw invalidParameter('SignSource');
  if (SignType && !/^[01]$/.test(SignType)) throw invalidParameter('SignType');
  if (SignName!.length > 64 || (Remark?.length ?? 0) > 200) {
    throw new BusinessError('isv.SIGN_OVER_LIMIT', '签名字符数量超过限制');
  }
  return {
    signName: SignName!,
    signSource: Number(SignSource),
    signType: SignType === '0' ? (0 as const) : (1 as const),
    remark: Remark ?? '',
    qualificationId: Number(QualificationId) || 0,
    thirdParty: ThirdParty === 'true',
  };
}
