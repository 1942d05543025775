import { BusinessError } from '../errors.js';
import type { TemplateParam } from '../model/template.js';
import { deliver } from './deliver.js';
import type { Operation } from './operation.js';

/** Recipients per call, as Aliyun documents the two operations. */
const MAX_RECIPIENTS = { SendSms: 1_000, SendBatchSms: 100 } as const;

const NO_VALUES: TemplateParam = Object.freeze({});

export const SEND_OPERATIONS: readonly Operation[] = [
  {
    action: 'SendSms',
    required: ['PhoneNumbers', 'SignName', 'TemplateCode'],
    run(call, context) {
      const { PhoneNumbers, SignName, TemplateCode, TemplateParam, SmsUpExtendCode } = call.params;
      const numbers = PhoneNumbers!.split(',', MAX_RECIPIENTS.SendSms + 1);
      if (numbers.length > MAX_RECIPIENTS.SendSms) throw tooManyNumbers();
      const templateParam = parseTemplateParam(TemplateParam, context.options.strict);
      const recipients = numbers.map((phoneNumber) => ({
        phoneNumber: phoneNumber.trim(),
        signName: SignName!,
        templateParam,
        smsUpExtendCode: SmsUpExtendCode || null,
      }));
      return deliver(call, context, TemplateCode!, recipients);
    },
  },
  {
    action: 'SendBatchSms',
    required: ['PhoneNumberJson', 'SignNameJson', 'TemplateCode'],
    run(call, context) {
      const { PhoneNumberJson, SignNameJson, TemplateCode } = call.params;
      const { TemplateParamJson, SmsUpExtendCodeJson } = call.params;
      const numbers = textArray(PhoneNumberJson!);
      const signs = textArray(SignNameJson!);
      const values = TemplateParamJson ? jsonArray(TemplateParamJson) : undefined;
      const extendCodes = SmsUpExtendCodeJson ? textArray(SmsUpExtendCodeJson) : undefined;
      if (numbers.length > MAX_RECIPIENTS.SendBatchSms) throw tooManyNumbers();
      const others = [signs, values ?? numbers, extendCodes ?? numbers];
      if (others.some((other) => other.length !== numbers.length)) {
        throw new BusinessError('isv.INVALID_PARAMETERS', '手机号码、签名与模板变量的数量不一致');
      }
      const recipients = numbers.map((phoneNumber, index) => ({
        phoneNumber: phoneNumber.trim(),
        signName: signs[index]!,
        templateParam: values ? valuesOf(values[index], context.options.strict) : {},
        smsUpExtendCode: extendCodes?.[index] || null,
      }));
      return deliver(call, context, TemplateCode!, recipients);
    },
  },
];

/** Some clients encode each element once more, in the form of `TemplateParam`. */
function valuesOf(element: unknown, strict: boolean): TemplateParam {
  return typeof element === 'string'
    ? parseTemplateParam(element, strict)
    : toTemplateParam(element, strict);
}

/** Reads `TemplateParam`, which is JSON in a string. */
function parseTemplateParam(json: string | undefined, strict: boolean): TemplateParam {
  return json ? toTemplateParam(parseJson(json), strict) : NO_VALUES;
}

/** Aliyun takes strings only; without `strict`, numbers and booleans become strings. */
function toTemplateParam(value: unknown, strict: boolean): TemplateParam {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidJson();
  // fromEntries defines its keys, so that `__proto__` is a key like any other.
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, toText(each, strict)]),
  );
}

function toText(value: unknown, strict: boolean): string {
  if (typeof value === 'string') return value;
  if (strict) throw invalidJson();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidJson();
}

function textArray(json: string): string[] {
  const values = jsonArray(json);
  if (!values.every((value) => typeof value === 'string')) throw invalidJson();
  return values;
}

function jsonArray(json: string): unknown[] {
  const value = parseJson(json);
  if (Array.isArray(value) && value.length > 0) return value;
  throw invalidJson();
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalidJson();
  }
}

function invalidJson(): BusinessError {
  return new BusinessError('isv.INVALID_JSON_PARAM', 'JSON参数不合法');
}

function tooManyNumbers(): BusinessError {
  return new BusinessError('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
}
