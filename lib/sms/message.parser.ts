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
import { normalizePhoneNumber } from '../common/phone-number.js';
import type { TemplateParams } from './send-message.dto.js';
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
export function recipientsOf({ phoneList }: SmsMessage): string[] {
  // Most messages have one recipient, and a million of them need no sets.
  if (phoneList.length === 1) return [normalizePhoneNumber(phoneList[0]!)!];
  return [...new Set(phoneList.map((phone) => normalizePhoneNumber(phone)!))];
}

/** Aliyun takes string values only; documents of some years say that it refuses numbers. */
export function templateParamOf({ params }: SmsMessage): string {
  return JSON.stringify(isPlainText(params) ? params : asText(params));
}

function isPlainText(params: TemplateParams): boolean {
  // An object of a class may have a toJSON, which would put other values in place of these.
  const prototype: unknown = Object.getPrototypeOf(params);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const name in params) if (typeof params[name] !== 'string') return false;
  return true;
}

function asText(params: TemplateParams): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

function violationsOf(input: unknown): SmsViolations | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { message: ['must be an object with phoneList, params and verifyTemplateCode'] };
  }
  const message = input as Record<string, unknown>;
  // Made when it is needed: nearly every message is valid.
  let found: Map<string, string[]> | undefined;
  for (const field in REQUIRED) {
    const problem = REQUIRED[field as keyof typeof REQUIRED](message[field]);
    if (problem) (found ??= new Map()).set(field, [problem]);
  }
  for (const field of Object.keys(message)) {
    if (Object.hasOwn(REQUIRED, field)) continue;
    const problem = Object.hasOwn(OPTIONAL, field)
      ? optionalProblem(OPTIONAL[field as keyof typeof OPTIONAL], message[field])
      : unknownProblem(field);
    if (problem) (found ??= new Map()).set(showName(field), [problem]);
  }
  return found && Object.fromEntries(found);
}

function optionalProblem(rule: MessageRule, value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : rule(value);
}

function unknownProblem(field: string): string {
  const key = field.toLowerCase();
  const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : undefined;
  return `is not a property of a message${meant ? `: did you mean ${meant}?` : ''}`;
}
