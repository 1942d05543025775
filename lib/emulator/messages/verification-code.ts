import type { EmulatorTemplate } from '../templates/template.js';
import { variablesOf } from '../templates/template.js';
import type { TemplateParam } from './template-param.js';

const CODE = /^[a-zA-Z0-9]{4,8}$/;
const CODE_NAME = /code|captcha|otp|verif|验证码|校验码/i;
const SPEAKS_OF_A_CODE = /验证码|校验码|动态码|code|captcha|otp/i;
const DIGITS = /(?<![\da-zA-Z])\d{4,8}(?![\da-zA-Z])/;

/** The code that a person would copy from the message. */
export function findVerificationCode(
  template: EmulatorTemplate | undefined,
  templateParam: TemplateParam,
  content: string,
): string | null {
  if (template?.templateType === 0) {
    const [only] = variablesOf(template.templateContent);
    if (only && templateParam[only]) return templateParam[only];
  }
  for (const [name, value] of Object.entries(templateParam)) {
    if (CODE_NAME.test(name) && CODE.test(value)) return value;
  }
  const text = content.slice(content.indexOf('】') + 1);
  return SPEAKS_OF_A_CODE.test(text) ? (DIGITS.exec(text)?.[0] ?? null) : null;
}
