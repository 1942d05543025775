import { shownFieldName } from '../common/names.js';
import { phoneNumberIssue } from '../common/phone-number.js';
import { innerCharacter, innerTextIssue, trimText } from '../common/text.js';
import { type CodedViolation, violation } from '../errors/violation.js';

/** Says what is wrong with a value, without showing it, or returns undefined. */
export type MessageRule = (value: unknown) => CodedViolation | undefined;

/** Most recipients of one SendSms (https://help.aliyun.com/document_detail/55284.html). */
export const MAX_RECIPIENTS = 1000;

const MAX_LISTED = 10;

export function phoneListViolation(value: unknown): CodedViolation | undefined {
  if (value === undefined || value === null) {
    return violation('missing', 'is missing: give an array of phone numbers');
  }
  if (!Array.isArray(value)) return violation('not-list', 'must be an array of phone numbers');
  if (value.length === 0) return violation('empty', 'must not be empty');
  if (value.length > MAX_RECIPIENTS) {
    const text = `must not have more than ${MAX_RECIPIENTS} numbers: split it into several messages`;
    return violation('too-many', text, { max: MAX_RECIPIENTS });
  }
  let bad: [index: number, issue: string][] | undefined;
  for (let i = 0; i < value.length; i++) {
    const issue = phoneNumberIssue(value[i]);
    if (issue) (bad ??= []).push([i, issue]);
  }
  if (!bad) return undefined;
  const places = bad.slice(0, MAX_LISTED).map(([i]) => `[${i}]`);
  const more = bad.length > MAX_LISTED ? ` and ${bad.length - MAX_LISTED} more` : '';
  const text =
    `has no valid phone number at ${places.join(', ')}${more} (${reasonsOf(bad)}): ` +
    'each must be a string with a mainland mobile number (prefix none, +, +86, 0086 or 86) or with country code and number';
  // Counted from 1, as people count lines.
  const shown = bad.slice(0, MAX_LISTED).map(([i]) => String(i + 1));
  return violation('phone-numbers', text, { places: shown, count: bad.length });
}

/** Each reason once, with the first place where it holds. */
function reasonsOf(bad: readonly [index: number, issue: string][]): string {
  const first = new Map<string, number>();
  for (const [i, issue] of bad) if (!first.has(issue)) first.set(issue, i);
  return [...first].map(([issue, i]) => `[${i}] ${issue}`).join('; ');
}

export function paramsViolation(value: unknown): CodedViolation | undefined {
  if (value === undefined || value === null) {
    return violation(
      'missing',
      'is missing: give an object with the values of the template, {} where it has none',
    );
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    return violation('not-object', 'must be an object');
  }
  let bad: string[] | undefined;
  let inexact: string[] | undefined;
  for (const name of Object.keys(value as object)) {
    const item = (value as Record<string, unknown>)[name];
    if (!isParam(item) || !name.isWellFormed()) (bad ??= []).push(name);
    else if (typeof item === 'number' && !isExact(item)) (inexact ??= []).push(name);
  }
  if (!bad && !inexact) return undefined;
  const text = [bad && badParams(bad), inexact && inexactParams(inexact)].filter(Boolean);
  return violation('param-values', text.join('; it '), {
    names: (bad ?? []).slice(0, MAX_LISTED).map(shownFieldName),
    inexact: (inexact ?? []).slice(0, MAX_LISTED).map(shownFieldName),
  });
}

function badParams(names: readonly string[]): string {
  return `must hold strings, finite numbers and booleans only: look at ${listed(names)}`;
}

function inexactParams(names: readonly string[]): string {
  const each = names.length > 1 ? 'each of ' : '';
  return `must hold exact numbers only: ${each}${listed(names)} is not exact: give it as a string`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, MAX_LISTED).map(shownFieldName).join(', ');
}

export function templateCodeViolation(value: unknown): CodedViolation | undefined {
  return textViolation(value, 'the code of a template, such as "SMS_123456789"');
}

export function signViolation(value: unknown): CodedViolation | undefined {
  const found = textViolation(value, 'the name of a signature, such as "某某科技"');
  if (found) return found;
  return /[【】]/.test(value as string)
    ? violation(
        'sign-brackets',
        'must be without the brackets 【】: Aliyun puts them around the signature itself',
      )
    : undefined;
}

export function outIdViolation(value: unknown): CodedViolation | undefined {
  const found = textViolation(value, 'your own id of the message');
  return (
    found ??
    (trimText(value as string).length > 255
      ? violation('too-long', 'must be shorter than 256 characters', { max: 255 })
      : undefined)
  );
}

export function extendCodeViolation(value: unknown): CodedViolation | undefined {
  return typeof value === 'string' && /^\d{1,20}$/.test(value)
    ? undefined
    : violation('digits', 'must be a string of digits, such as "90999"', { max: 20 });
}

export function signalViolation(value: unknown): CodedViolation | undefined {
  const { aborted, addEventListener } = (value ?? {}) as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function'
    ? undefined
    : violation('not-signal', 'must be an AbortSignal');
}

/** What stands at the ends of a text and is not seen does no harm: it is not sent. */
function textViolation(value: unknown, what: string): CodedViolation | undefined {
  if (value === undefined || value === null)
    return violation('missing', `is missing: give ${what}`);
  if (typeof value !== 'string') return violation('not-text', `must be a string: ${what}`);
  const text = trimText(value);
  if (text === '') return violation('empty', `must not be empty: give ${what}`);
  if (!text.isWellFormed()) return violation('not-unicode', 'must be well-formed Unicode');
  const character = innerCharacter(text);
  return (
    character &&
    violation('inner-character', `must not have ${innerTextIssue(text)} inside: give ${what}`, {
      character,
    })
  );
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

// A double holds 15 significant digits of what was written. A number with more of them may be another one
// than the caller wrote, and nobody wants to read 1e+21 in a message.
function isExact(value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  const text = String(value);
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '');
  return !text.includes('e') && digits.length <= 15;
}
