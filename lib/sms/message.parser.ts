import { SmsParameterException, type SmsViolations } from '../errors/sms-parameter.exception.js';
import {
  extendCodeProblem,
  type MessageRule,
  outIdProblem,
  paramsProblem,
  phoneListProblem,
  showName,
  signalProblem,
  signProblem,
  templateCodeProblem,
} from './message.rules.js';
import { normalizePhoneNumber } from './phone-number.js';
import type { SmsMessage } from './sms-message.js';

const REQUIRED = {
  phoneList: phoneListProblem,
  params: paramsProblem,
  verifyTemplateCode: templateCodeProblem,
} satisfies Partial<Record<keyof SmsMessage, MessageRule>>;

const OPTIONAL = {
  verifySign: signProblem,
  outId: outIdProblem,
  smsUpExtendCode: extendCodeProblem,
  signal: signalProblem,
} satisfies Record<Exclude<keyof SmsMessage, keyof typeof REQUIRED>, MessageRule>;

// What people write who know Aliyun's own names, or other libraries.
const MEANT: Readonly<Record<string, keyof SmsMessage>> = {
  phone: 'phoneList',
  phones: 'phoneList',
  phonelist: 'phoneList',
  phonenumber: 'phoneList',
  phonenumbers: 'phoneList',
  mobile: 'phoneList',
  param: 'params',
  templateparam: 'params',
  templateparams: 'params',
  template: 'verifyTemplateCode',
  templatecode: 'verifyTemplateCode',
  sign: 'verifySign',
  signname: 'verifySign',
  extendcode: 'smsUpExtendCode',
};

/**
 * Checks a message from anywhere, typed or not.
 *
 * @throws SmsParameterException with every violation, by field
 */
export function assertMessage(input: unknown): asserts input is SmsMessage {
  const violations = violationsOf(input);
  if (violations) throw new SmsParameterException(violations);
}

/** The recipients in the form in which Aliyun is given them, each once. */
export function recipientsOf(message: SmsMessage): string[] {
  return [...new Set(message.phoneList.map((phone) => normalizePhoneNumber(phone)!))];
}

/** Aliyun takes string values only; documents of some years say that it refuses numbers. */
export function templateParamOf({ params }: SmsMessage): string {
  return JSON.stringify(params, (key, value: unknown) => (key === '' ? value : String(value)));
}

function violationsOf(input: unknown): SmsViolations | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { message: ['must be an object with phoneList, params and verifyTemplateCode'] };
  }
  const message = input as Record<string, unknown>;
  const found = new Map<string, string[]>();
  for (const [field, rule] of Object.entries(REQUIRED)) {
    const problem = rule(message[field]);
    if (problem) found.set(field, [problem]);
  }
  for (const [field, value] of Object.entries(message)) {
    if (Object.hasOwn(REQUIRED, field)) continue;
    const problem = Object.hasOwn(OPTIONAL, field)
      ? optionalProblem(OPTIONAL[field as keyof typeof OPTIONAL], value)
      : unknownProblem(field);
    if (problem) found.set(showName(field), [problem]);
  }
  return found.size ? Object.fromEntries(found) : undefined;
}

function optionalProblem(rule: MessageRule, value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : rule(value);
}

function unknownProblem(field: string): string {
  const key = field.toLowerCase();
  const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : undefined;
  return `is not a property of a message${meant ? `: did you mean ${meant}?` : ''}`;
}
