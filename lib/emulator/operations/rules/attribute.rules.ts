import { BusinessError } from '../business.error.js';

/** Attributes of `TemplateRule` (https://help.aliyun.com/document_detail/2806243.html). */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  numberCaptcha: /^\d{4,6}$/,
  characterWithNumber2: /^[a-zA-Z0-9]{4,6}$/,
  phone_number2: /^(1\d{10}|[\d-]{5,15})$/,
  other_number2: /^[a-zA-Z0-9]{1,35}$/,
  others: /^.{1,35}$/su,
};

/** Strict mode: the value fits its variable's attribute. An attribute not listed takes anything. */
export function checkAttribute(attribute: string | undefined, value: string): void {
  const pattern = attribute === undefined ? undefined : ATTRIBUTES[attribute];
  if (pattern && !pattern.test(value)) {
    throw new BusinessError('isv.TEMPLATE_PARAMS_ILLEGAL', '变量内容与变量属性不匹配');
  }
}
