import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import {
  extendCodeViolation,
  type MessageRule,
  outIdViolation,
  paramsViolation,
  phoneListViolation,
  signalViolation,
  signViolation,
  templateCodeViolation,
} from './message.rules.js';
import { normalizePhoneNumber } from '../common/phone-number.js';
import { shownFieldName } from '../common/names.js';
import { trimText } from '../common/text.js';
import { type CodedViolation, violation } from '../errors/violation.js';
import { failoversOf } from './forwarded-message.js';
import { limitOf } from './given-time.js';
import type { MessageContent, TemplateValues } from './outgoing-message.js';
import type { TemplateParams } from './send-message.dto.js';
import type { SmsMessage } from './sms-message.js';

const REQUIRED = {
  phoneList: phoneListViolation,
  params: paramsViolation,
  verifyTemplateCode: templateCodeViolation,
} satisfies Partial<Record<keyof SmsMessage, MessageRule>>;

const OPTIONAL = {
  verifySign: signViolation,
  outId: outIdViolation,
  smsUpExtendCode: extendCodeViolation,
  signal: signalViolation,
} satisfies Record<Exclude<keyof SmsMessage, keyof typeof REQUIRED>, MessageRule>;

// Names of Aliyun's own API and of other libraries, which people write by habit.
const ALIASES: Readonly<Record<string, keyof SmsMessage>> = {
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
 * Reads a message from anywhere, typed or not.
 *
 * @param defaultSign signature of a message that names none
 * @throws SmsParameterException with every violation, by field
 */
export function parseMessage(message: SmsMessage, defaultSign: string | undefined): MessageContent {
  assertMessage(message);
  return {
    template: trimText(message.verifyTemplateCode),
    sign: message.verifySign == null ? defaultSign : trimText(message.verifySign),
    phones: recipientsOf(message),
    params: templateValuesOf(message),
    extendCode: message.smsUpExtendCode ?? undefined,
    through: failoversOf(message),
    limit: limitOf(message),
  };
}

/** Returns the recipients in the form in which Aliyun is given them, each once. */
function recipientsOf({ phoneList }: SmsMessage): string[] {
  // Most messages have one recipient, and a million of them need no sets.
  if (phoneList.length === 1) return [normalizePhoneNumber(phoneList[0]!)!];
  return [...new Set(phoneList.map((phone) => normalizePhoneNumber(phone)!))];
}

/** A copy: the caller may change its object while the message waits for its turn. */
function templateValuesOf({ params }: SmsMessage): TemplateValues {
  // Aliyun takes string values only; documents of some years say that it refuses numbers.
  return isPlainText(params) ? { ...params } : asText(params);
}

function isPlainText(params: TemplateParams): params is Record<string, string> {
  // An object of a class may have a toJSON, which would put other values in place of these.
  const prototype: unknown = Object.getPrototypeOf(params);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const name in params) if (typeof params[name] !== 'string') return false;
  return true;
}

function asText(params: TemplateParams): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

function assertMessage(input: unknown): asserts input is SmsMessage {
  const found = violationsOf(input);
  if (!found) return;
  const texts = [...found].map(([field, { text }]) => [field, [text]] as const);
  throw new SmsParameterException(Object.fromEntries(texts), {}, Object.fromEntries(found));
}

function violationsOf(input: unknown): ReadonlyMap<string, CodedViolation> | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const text = 'must be an object with phoneList, params and verifyTemplateCode';
    return new Map([['message', violation('not-object', text)]]);
  }
  const message = input as Record<string, unknown>;
  // Made when it is needed: nearly every message is valid.
  let found: Map<string, CodedViolation> | undefined;
  for (const field in REQUIRED) {
    const wrong = REQUIRED[field as keyof typeof REQUIRED](message[field]);
    if (wrong) (found ??= new Map()).set(field, wrong);
  }
  for (const field of Object.keys(message)) {
    if (Object.hasOwn(REQUIRED, field)) continue;
    const wrong = Object.hasOwn(OPTIONAL, field)
      ? optionalViolation(OPTIONAL[field as keyof typeof OPTIONAL], message[field])
      : unknownViolation(field);
    if (wrong) (found ??= new Map()).set(shownFieldName(field), wrong);
  }
  return found;
}

function optionalViolation(rule: MessageRule, value: unknown): CodedViolation | undefined {
  return value === undefined || value === null ? undefined : rule(value);
}

function unknownViolation(field: string): CodedViolation {
  const key = field.toLowerCase();
  const alias = Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined;
  const text = `is not a property of a message${alias ? `: did you mean ${alias}?` : ''}`;
  return violation('unknown-property', text, { ...(alias && { meant: alias }) });
}
