import { BusinessError } from '../business.error.js';
import type { Params } from '../../http/params.js';

/**
 * In open mode too: far more than Aliyun takes (500 characters for a text, fewer than 256 for an
 * OutId), and little enough that the messages which are kept cannot fill the memory.
 */
const MAX = { content: 2_000, SignName: 64, TemplateCode: 64, TemplateParam: 4_000, OutId: 255 };

export function checkCall({ TemplateCode, TemplateParam, OutId }: Params): void {
  if (TemplateCode!.length > MAX.TemplateCode) {
    throw new BusinessError('isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)');
  }
  if ((TemplateParam?.length ?? 0) > MAX.TemplateParam || (OutId?.length ?? 0) > MAX.OutId) {
    throw new BusinessError('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
  }
}

export function checkLetter(
  signName: string,
  smsUpExtendCode: string | null,
  content: string,
): void {
  if (smsUpExtendCode !== null && !/^\d{1,20}$/.test(smsUpExtendCode)) {
    throw new BusinessError('isv.CODE_ERROR', '传入扩展码不可用');
  }
  if (signName.length > MAX.SignName) {
    throw new BusinessError('isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)');
  }
  if (content.length > MAX.content) {
    throw new BusinessError('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
  }
}
