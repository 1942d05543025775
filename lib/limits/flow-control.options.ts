import { normalizePhoneNumber } from '../common/phone-number.js';
import type { SmsIssueValues } from '../errors/setup-issue.wire.js';
import type { SentenceViolation } from '../errors/violation.js';
import type { LimitStore } from './limit-store.js';
import type { LimitSubject, LimitWindow, TemplateKind } from './limit-window.js';

export const DEFAULT_STORE_TIMEOUT = 1_000;

/**
 * Limits that an instance applies itself, before Aliyun refuses: Aliyun's own, windows of your own,
 * or either with further options.
 *
 * @example 'aliyun'
 * @example [{ limit: 1, windowMs: 60_000, by: 'phone' }]
 * @example { kinds: { SMS_123456789: 'notification' }, store: new RedisLimitStore(redis) }
 */
export type SmsLimits = 'aliyun' | readonly LimitWindow[] | FlowControlOptions;

export interface FlowControlOptions {
  /**
   * The windows: `'aliyun'` for Aliyun's defaults (`ALIYUN_LIMITS`), a list for templates of every
   * kind, or a list for each kind, where the account has limits of its own.
   *
   * @default 'aliyun'
   * @example { ...ALIYUN_LIMITS, verification: [{ limit: 3, windowMs: 60_000, by: 'sign+phone' }] }
   * @see https://help.aliyun.com/document_detail/2881383.html
   */
  windows?:
    'aliyun' | readonly LimitWindow[] | Readonly<Record<TemplateKind, readonly LimitWindow[]>>;

  /**
   * The kind of the templates that `kinds` does not name.
   *
   * @default 'verification', which has the narrowest limits
   */
  kind?: TemplateKind;

  /**
   * The kinds of templates by their codes: a code does not contain its kind.
   *
   * @example { SMS_123456789: 'notification' }
   */
  kinds?: Readonly<Record<string, TemplateKind>>;

  /**
   * Numbers without limits, such as those white-listed in the SMS console (300 at most there). Each
   * may be written in any way in which a message may name it.
   *
   * @default []
   * @example ['13800138000', '+86 139 0013 9000']
   */
  exempt?: readonly string[];

  /**
   * Whether numbers abroad, in Hong Kong, Macao and Taiwan count too. Aliyun does not limit them;
   * your own windows against abuse may want to.
   *
   * @default false
   */
  countForeign?: boolean;

  /**
   * Where the windows are counted. Give instances that send with the same sign the same store, and
   * several processes a `RedisLimitStore`.
   *
   * @default a `MemoryLimitStore`
   */
  store?: LimitStore;

  /**
   * What to do when the store fails or does not reply: send uncounted, or refuse to send.
   *
   * @default 'allow' for the windows of Aliyun, which enforces them itself: a login code must not
   * depend on Redis. 'refuse' for windows of your own, which nobody else would enforce.
   */
  onStoreError?: 'allow' | 'refuse';

  /**
   * Milliseconds after which a store that does not reply counts as failed. Redis clients wait for a
   * lost connection, which would use up the time of the send. Where the `timeout` of the send ends before,
   * nothing is sent.
   *
   * @default 1000
   */
  storeTimeout?: number;
}

/** Returns the limits in their long form. */
export function optionsOf(limits: SmsLimits): FlowControlOptions {
  return limits === 'aliyun' || isWindows(limits) ? { windows: limits } : limits;
}

function isWindows(limits: SmsLimits): limits is readonly LimitWindow[] {
  return Array.isArray(limits);
}

type Check = (path: string, value: unknown) => SentenceViolation[];

/** Returns every issue of an instance's `limits`, each with what the value must be. */
export function limitsIssues(limits: unknown): string[] {
  return limitsViolations(limits).map(({ sentence }) => sentence);
}

/** The same, each with its code. */
export function limitsViolations(limits: unknown): SentenceViolation[] {
  if (limits === 'aliyun') return [];
  if (Array.isArray(limits)) return windowList('limits', limits);
  if (isObject(limits)) return optionalProperties('limits', limits, OPTIONS);
  return wrong('limits', 'limits', "must be 'aliyun', a list of windows, or an object of options");
}

function wrong(
  path: string,
  rule: string,
  text: string,
  values: SmsIssueValues = {},
): SentenceViolation[] {
  return [{ rule, sentence: `${path} ${text}`, values: { path, ...values } }];
}

const oneOf =
  (...allowed: string[]): Check =>
  (path, value) =>
    allowed.some((each) => each === value)
      ? []
      : wrong(path, 'one-of', `must be one of ${allowed.join(', ')}`, { allowed });

const wholeNumber: Check = (path, value) =>
  Number.isSafeInteger(value) && Number(value) >= 1
    ? []
    : wrong(path, 'whole-number', 'must be a whole number from 1', { min: 1 });

const templateKind = oneOf(
  ...(['verification', 'notification', 'promotion'] satisfies TemplateKind[]),
);

const WINDOW = {
  limit: wholeNumber,
  windowMs: wholeNumber,
  by: oneOf(...(['phone', 'sign+phone', 'sign+template+phone'] satisfies LimitSubject[])),
} satisfies Record<keyof LimitWindow, Check>;

const windowList: Check = (path, value) =>
  Array.isArray(value)
    ? value.flatMap((window, i) => requiredProperties(`${path}[${i}]`, window, WINDOW))
    : wrong(path, 'windows', 'must be a list of windows { limit, windowMs, by }');

const BY_KIND = {
  verification: windowList,
  notification: windowList,
  promotion: windowList,
} satisfies Record<TemplateKind, Check>;

const OPTIONS = {
  windows: (path, value) => {
    if (value === 'aliyun') return [];
    return Array.isArray(value)
      ? windowList(path, value)
      : requiredProperties(path, value, BY_KIND);
  },
  kind: templateKind,
  kinds: (path, value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([code, kind]) => templateKind(`${path}.${code}`, kind))
      : wrong(path, 'template-kinds', 'must be an object of template codes and kinds'),
  exempt: (path, value) =>
    Array.isArray(value)
      ? value.flatMap((phone, i) => phoneNumber(`${path}[${i}]`, phone))
      : wrong(path, 'phone-list', 'must be a list of phone numbers'),
  countForeign: (path, value) =>
    typeof value === 'boolean' ? [] : wrong(path, 'true-or-false', 'must be true or false'),
  store: (path, value) =>
    isStore(value) ? [] : wrong(path, 'store', 'must be a store with reserve() and release()'),
  onStoreError: oneOf('allow', 'refuse'),
  storeTimeout: wholeNumber,
} satisfies Record<keyof FlowControlOptions, Check>;

// The issue does not repeat the number: it must not get into a log.
function phoneNumber(path: string, value: unknown): SentenceViolation[] {
  return typeof value === 'string' && normalizePhoneNumber(value) !== undefined
    ? []
    : wrong(path, 'phone-number', 'must be a phone number, such as 13800138000 or +85251234567');
}

/** Checks the properties that are set. Unknown names are issues too. */
function optionalProperties(
  path: string,
  value: object,
  checks: Record<string, Check>,
): SentenceViolation[] {
  return Object.entries(value).flatMap(([key, property]) => {
    if (!Object.hasOwn(checks, key)) {
      return wrong(`${path}.${key}`, 'unknown-option', 'is not an option', {
        known: Object.keys(checks),
      });
    }
    return property === undefined ? [] : checks[key]!(`${path}.${key}`, property);
  });
}

/** The same, and every property must be set. */
function requiredProperties(
  path: string,
  value: unknown,
  checks: Record<string, Check>,
): SentenceViolation[] {
  const names = Object.keys(checks);
  if (!isObject(value)) {
    return wrong(path, 'object-with', `must be an object with ${names.join(', ')}`, { names });
  }
  const missing = names.filter((name) => value[name] === undefined);
  return [
    ...missing.flatMap((name) => wrong(`${path}.${name}`, 'missing', 'is missing')),
    ...optionalProperties(path, value, checks),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStore(value: unknown): boolean {
  return (
    isObject(value) && typeof value.reserve === 'function' && typeof value.release === 'function'
  );
}
