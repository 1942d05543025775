import type { Params } from '../http/params.js';
import { BusinessError } from './business.error.js';
import { invalidParameter } from './paging.js';

/** The fields that an application for a signature and a change of it share. */
export function signApplication(params: Params) {
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

export function unknownSign(): BusinessError {
  return new BusinessError('isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)');
}
