import { parseTemplateParam, toTemplateParam } from '../messages/template-param.js';
import { BusinessError } from './business.error.js';
import { deliver, MAX_RECIPIENTS } from './deliver.js';
import type { Operation } from './operation.js';

/** Up to 100 numbers, each with a signature and values of its own. */
export const sendBatchSms: Operation = {
  action: 'SendBatchSms',
  required: ['PhoneNumberJson', 'SignNameJson', 'TemplateCode'],
  run(call, context) {
    const { PhoneNumberJson, SignNameJson, TemplateCode, TemplateParamJson, SmsUpExtendCodeJson } =
      call.params;
    const numbers = textArray(PhoneNumberJson!);
    const signs = textArray(SignNameJson!);
    const values = TemplateParamJson ? jsonArray(TemplateParamJson) : undefined;
    const extendCodes = SmsUpExtendCodeJson ? textArray(SmsUpExtendCodeJson) : undefined;
    if (numbers.length > MAX_RECIPIENTS.SendBatchSms) {
      throw new BusinessError('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
    }
    const others = [signs, values ?? numbers, extendCodes ?? numbers];
    if (others.some((other) => other.length !== numbers.length)) {
      throw new BusinessError('isv.INVALID_PARAMETERS', '手机号码、签名与模板变量的数量不一致');
    }
    const letters = numbers.map((phoneNumber, index) => ({
      phoneNumber: phoneNumber.trim(),
      signName: signs[index]!,
      templateParam: values ? valuesOf(values[index], context.options.strict) : {},
      smsUpExtendCode: extendCodes?.[index] || null,
    }));
    return deliver(call, context, TemplateCode!, letters);
  },
};

/** Some clients encode each element once more, as SendSms has it. */
function valuesOf(element: unknown, strict: boolean) {
  return typeof element === 'string'
    ? parseTemplateParam(element, strict)
    : toTemplateParam(element, strict);
}

function textArray(json: string): string[] {
  const values = jsonArray(json);
  if (!values.every((value) => typeof value === 'string')) throw notJson();
  return values;
}

function jsonArray(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value) && value.length > 0) return value;
  } catch {
    // answered below
  }
  throw notJson();
}

function notJson(): BusinessError {
  return new BusinessError('isv.INVALID_JSON_PARAM', 'JSON参数不合法');
}
