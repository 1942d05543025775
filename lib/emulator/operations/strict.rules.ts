import type { TemplateParam } from '../messages/template-param.js';
import { variablesOf, type EmulatorTemplate } from '../templates/template.js';
import { BusinessError } from './business.error.js';
import { checkAttribute } from './rules/attribute.rules.js';

const URL_IN_VALUE = /https?:\/\/|www\.[a-z0-9]/i;
/** Signs that Aliyun names as not allowed in a variable, and emoji. */
const UNSUPPORTED = /[【】〖〗『』「」²•①★※→❤™]|\p{Extended_Pictographic}/u;

/** Characters of a value of a notification or promotion. */
const MAX_VALUE = 35;
/** Characters of a text, signature and brackets included. */
const MAX_CONTENT = 500;

/** Strict mode: every variable has a value, and each value keeps to the template's rules. */
export function checkContent(
  template: EmulatorTemplate,
  values: TemplateParam,
  content: string,
): void {
  const variables = variablesOf(template.templateContent);
  for (const name of variables) {
    if (!Object.hasOwn(values, name) || values[name] === '') {
      throw new BusinessError('isv.TEMPLATE_MISSING_PARAMETERS', '模板变量缺少对应参数值');
    }
  }
  if (template.templateType === 0 && Object.keys(values).length > variables.length) {
    throw new BusinessError('template_parameter_count_illegal', '验证码模板仅支持一个变量');
  }
  for (const name of variables) {
    const value = values[name]!;
    if (template.templateType === 0) checkVerificationValue(value);
    else if (template.templateType !== 3) checkValue(value);
    checkAttribute(template.templateRule[name], value);
  }
  if (content.length > MAX_CONTENT) throw tooLong();
}

function checkVerificationValue(value: string): void {
  if (!/^[a-zA-Z0-9]*$/.test(value)) {
    throw new BusinessError(
      'isv.INVALID_PARAMETERS',
      'params must be [a-zA-Z0-9] for verification sms',
    );
  }
  if (value.length < 4 || value.length > 6) throw tooLong();
}

function checkValue(value: string): void {
  if (value.length > MAX_VALUE) throw tooLong();
  if (URL_IN_VALUE.test(value)) {
    throw new BusinessError('isv.PARAM_NOT_SUPPORT_URL', '变量不支持传入URL');
  }
  if (UNSUPPORTED.test(value)) {
    throw new BusinessError('isv.UNSUPPORTED_CONTENT', '不支持的短信内容');
  }
}

function tooLong(): BusinessError {
  return new BusinessError('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
}
