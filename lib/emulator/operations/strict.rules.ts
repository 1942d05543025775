import {
  BusinessError,
  invalidNumber,
  unknownSign,
  unknownTemplate,
  valueTooLong,
} from '../errors.js';
import { isMainlandNumber } from '../model/phone-number.js';
import type { EmulatorSign } from '../model/sign.wire.js';
import { variablesOf, type TemplateParam } from '../model/template.js';
import type { EmulatorTemplate } from '../model/template.wire.js';

/** Strict mode: the template exists, is approved, and is meant for the recipient's country. */
export function checkTemplate(
  template: EmulatorTemplate | undefined,
  phoneNumber: string,
): asserts template {
  if (template?.state !== 'approved') throw unknownTemplate();
  const isInternational = template.templateType === 3;
  if (isInternational !== isMainlandNumber(phoneNumber)) return;
  if (!isInternational) throw invalidNumber(phoneNumber);
  throw new BusinessError(
    'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
    '国际/港澳台消息模板不支持发送境内号码',
  );
}

/** Strict mode: the signature exists, is approved, and fits the template. */
export function checkSign(
  sign: EmulatorSign | undefined,
  template: EmulatorTemplate | undefined,
): asserts sign {
  if (sign?.state !== 'approved') throw unknownSign();
  if (sign.signType === 0 && template?.templateType !== 0) {
    throw new BusinessError('isv.SMS_SIGNATURE_SCENE_ILLEGAL', '签名和模板类型不一致');
  }
}

const URL_IN_VALUE = /https?:\/\/|www\.[a-z0-9]/i;
/** Characters that Aliyun does not allow in a variable, and emoji. */
const UNSUPPORTED = /[【】〖〗『』「」²•①★※→❤™]|\p{Extended_Pictographic}/u;

/** Characters of a value in a notification or promotion. */
const MAX_VALUE = 35;
/** Characters of a text, signature and brackets included. */
const MAX_CONTENT = 500;

/** Attributes of `TemplateRule` (https://help.aliyun.com/document_detail/2806243.html). */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  numberCaptcha: /^\d{4,6}$/,
  characterWithNumber2: /^[a-zA-Z0-9]{4,6}$/,
  phone_number2: /^(1\d{10}|[\d-]{5,15})$/,
  other_number2: /^[a-zA-Z0-9]{1,35}$/,
  others: /^.{1,35}$/su,
};

/** Strict mode: every variable has a value, and each value meets the rules of the template. */
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
    const { templateRule } = template;
    checkAttribute(Object.hasOwn(templateRule, name) ? templateRule[name] : undefined, value);
  }
  if (content.length > MAX_CONTENT) throw valueTooLong();
}

function checkVerificationValue(value: string): void {
  if (!/^[a-zA-Z0-9]*$/.test(value)) {
    throw new BusinessError(
      'isv.INVALID_PARAMETERS',
      'params must be [a-zA-Z0-9] for verification sms',
    );
  }
  if (value.length < 4 || value.length > 6) throw valueTooLong();
}

function checkValue(value: string): void {
  if (value.length > MAX_VALUE) throw valueTooLong();
  if (URL_IN_VALUE.test(value)) {
    throw new BusinessError('isv.PARAM_NOT_SUPPORT_URL', '变量不支持传入URL');
  }
  if (UNSUPPORTED.test(value)) {
    throw new BusinessError('isv.UNSUPPORTED_CONTENT', '不支持的短信内容');
  }
}

/** An attribute that is not listed allows any value. */
function checkAttribute(attribute: string | undefined, value: string): void {
  if (attribute === undefined || !Object.hasOwn(ATTRIBUTES, attribute)) return;
  if (!ATTRIBUTES[attribute]!.test(value)) {
    throw new BusinessError('isv.TEMPLATE_PARAMS_ILLEGAL', '变量内容与变量属性不匹配');
  }
}
