import { normalizePhoneNumber } from '../common/phone-number.js';

/** Says what is wrong with a value, without showing it, or returns undefined. */
export type MessageRule = (value: unknown) => string | undefined;

/** Most recipients of one SendSms (https://help.aliyun.com/document_detail/55284.html). */
export const MAX_RECIPIENTS = 1000;

const MAX_LISTED = 10;

export function phoneListViolation(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'is missing: give an array of phone numbers';
  if (!Array.isArray(value)) return 'must be an array of phone numbers';
  if (value.length === 0) return 'must not be empty';
  if (value.length > MAX_RECIPIENTS) {
    return `must not have more than ${MAX_RECIPIENTS} numbers: split it into several messages`;
  }
  let bad: number[] | undefined;
  for (let i = 0; i < value.length; i++) {
    const phone: unknown = value[i];
    if (typeof phone !== 'string' || normalizePhoneNumber(phone) === undefined) {
      (bad ??= []).push(i);
    }
  }
  if (!bad) return undefined;
  const places = bad.slice(0, MAX_LISTED).map((i) => `[${i}]`);
  const more = bad.length > MAX_LISTED ? ` and ${bad.length - MAX_LISTED} more` : '';
  return (
    `has no valid phone number at ${places.join(', ')}${more}: ` +
    'each must be a string with a mainland mobile number (prefix none, +, +86, 0086 or 86) or with country code and number'
  );
}

export function paramsViolation(value: unknown): string | undefined {
  if (value === undefined || value === null) {
    return 'is missing: give an object with the values of the template, {} where it has none';
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return 'must be an object';
  let bad: string[] | undefined;
  for (const name of Object.keys(value as object)) {
    const item = (value as Record<string, unknown>)[name];
    if (!isParam(item) || !name.isWellFormed()) (bad ??= []).push(name);
  }
  if (!bad) return undefined;
  const names = bad.slice(0, MAX_LISTED).map(showName);
  return `must hold strings, finite numbers and booleans only: look at ${names.join(', ')}`;
}

export function templateCodeViolation(value: unknown): string | undefined {
  return textViolation(value, 'the code of a template, such as "SMS_123456789"');
}

export function signViolation(value: unknown): string | undefined {
  return textViolation(value, 'the name of a signature, such as "某某科技"');
}

export function outIdViolation(value: unknown): string | undefined {
  const violation = textViolation(value, 'your own id of the message');
  return (
    violation ??
    ((value as string).length > 255 ? 'must be shorter than 256 characters' : undefined)
  );
}

export function extendCodeViolation(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,20}$/.test(value)
    ? undefined
    : 'must be a string of digits, such as "90999"';
}

export function signalViolation(value: unknown): string | undefined {
  const { aborted, addEventListener } = (value ?? {}) as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function'
    ? undefined
    : 'must be an AbortSignal';
}

/** Shows a name that the caller made up, unless it could carry a phone number or a secret. */
export function showName(name: string): string {
  return /^[\w$-]{1,40}$/.test(name) && !/(\d\D*){5}/.test(name) ? name : '(a name not shown)';
}

function textViolation(value: unknown, what: string): string | undefined {
  if (value === undefined || value === null) return `is missing: give ${what}`;
  if (typeof value !== 'string') return `must be a string: ${what}`;
  if (value.trim() === '') return `must not be empty: give ${what}`;
  return value.isWellFormed() ? undefined : 'must be well-formed Unicode';
}

function isParam(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === 'boolean';
  }
}
