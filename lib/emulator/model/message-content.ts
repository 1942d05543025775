import { billedParts } from '../../common/message-parts.js';
import { isMainlandNumber } from './phone-number.js';
import { fillIn, variablesOf, type TemplateParam } from './template.js';
import type { EmulatorTemplate } from './template.wire.js';

/** The text of a message. Of an unknown template it shows the values, each with its name. */
export function renderMessage(
  signName: string,
  templateCode: string,
  template: EmulatorTemplate | undefined,
  templateParam: TemplateParam,
): string {
  const text = template
    ? fillIn(template.templateContent, templateParam)
    : Object.entries(templateParam)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ') || templateCode;
  return `【${signName}】${text}`.toWellFormed();
}

/** How many messages Aliyun bills for a text. */
export function messageParts(content: string, phoneNumber: string): number {
  return billedParts(content, isMainlandNumber(phoneNumber));
}

const CODE = /^[a-zA-Z0-9]{4,8}$/;
const CODE_NAME = /code|captcha|otp|verif|验证码|校验码/i;
const MENTIONS_A_CODE = /验证码|校验码|动态码|code|captcha|otp/i;
const DIGITS = /(?<![\da-zA-Z])\d{4,8}(?![\da-zA-Z])/;

/** The code that the recipient would copy from the message, `null` where there is none. */
export function findVerificationCode(
  template: EmulatorTemplate | undefined,
  templateParam: TemplateParam,
  content: string,
): string | null {
  if (template?.templateType === 0) {
    const [only] = variablesOf(template.templateContent);
    if (only && Object.hasOwn(templateParam, only) && templateParam[only]) {
      return templateParam[only];
    }
  }
  for (const [name, value] of Object.entries(templateParam)) {
    if (CODE_NAME.test(name) && CODE.test(value)) return value;
  }
  const text = content.slice(content.indexOf('】') + 1);
  return MENTIONS_A_CODE.test(text) ? (DIGITS.exec(text)?.[0] ?? null) : null;
}
