import type { Params } from '../../http/params.js';
import type { TemplateParam } from '../../messages/template-param.js';
import { BusinessError } from '../business.error.js';
import type { Letter } from '../deliver.js';

/**
 * In open mode too: far more than Aliyun takes (500 characters for a text, fewer than 256 for an
 * OutId), and little enough that the messages which are kept cannot fill the memory.
 */
const MAX = { content: 2_000, values: 4_000, signName: 64, templateCode: 64, outId: 255 };

export function checkCall({ TemplateCode, OutId }: Params): void {
  if (TemplateCode!.length > MAX.templateCode) {
    throw new BusinessError('isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)');
  }
  if ((OutId?.length ?? 0) > MAX.outId) throw tooLong();
}

export function checkLetter(letter: Letter, content: string): void {
  const { signName, smsUpExtendCode, templateParam } = letter;
  if (smsUpExtendCode !== null && !/^\d{1,20}$/.test(smsUpExtendCode)) {
    throw new BusinessError('isv.CODE_ERROR', '传入扩展码不可用');
  }
  if (signName.length > MAX.signName) {
    throw new BusinessError('isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)');
  }
  if (content.length > MAX.content || sizeOf(templateParam) > MAX.values) throw tooLong();
}

/** Also of values that the text of the template leaves out: they are kept too. */
function sizeOf(values: TemplateParam): number {
  return Object.keys(values).reduce((size, name) => size + name.length + values[name]!.length, 0);
}

function tooLong(): BusinessError {
  return new BusinessError('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
}
