import type { FlowControlOptions } from './flow-control.options.js';
import type { LimitStore } from './limit-store.interface.js';
import type { LimitSubject, LimitWindow, TemplateKind } from './limit-window.interface.js';

type Check = (path: string, value: unknown) => string[];

/** Every fault of an instance's `limits`, each with what it must be; empty where there is none. */
export function limitsProblems(limits: unknown): string[] {
  if (limits === 'aliyun') return [];
  if (Array.isArray(limits)) return windowList('limits', limits);
  if (isObject(limits)) return properties('limits', limits, OPTIONS);
  return ["limits must be 'aliyun', a list of windows, or an object of options"];
}

const oneOf =
  (...allowed: string[]): Check =>
  (path, value) =>
    allowed.includes(value as string) ? [] : [`${path} must be one of ${allowed.join(', ')}`];

const wholeNumber: Check = (path, value) =>
  Number.isSafeInteger(value) && (value as number) >= 1
    ? []
    : [`${path} must be a whole number from 1`];

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
    ? value.flatMap((window, i) => complete(`${path}[${i}]`, window, WINDOW))
    : [`${path} must be a list of windows { limit, windowMs, by }`];

const BY_KIND = {
  verification: windowList,
  notification: windowList,
  promotion: windowList,
} satisfies Record<TemplateKind, Check>;

const windows: Check = (path, value) => {
  if (value === 'aliyun') return [];
  return Array.isArray(value) ? windowList(path, value) : complete(path, value, BY_KIND);
};

const OPTIONS = {
  windows,
  kind: templateKind,
  kinds: (path, value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([code, kind]) => templateKind(`${path}.${code}`, kind))
      : [`${path} must be an object of template codes and kinds`],
  exempt: (path, value) =>
    Array.isArray(value)
      ? value.flatMap((phone, i) => phoneNumber(`${path}[${i}]`, phone))
      : [`${path} must be a list of phone numbers`],
  countForeign: (path, value) =>
    typeof value === 'boolean' ? [] : [`${path} must be true or false`],
  store: (path, value) =>
    isStore(value) ? [] : [`${path} must be a store with reserve() and release()`],
  onStoreError: oneOf('allow', 'refuse'),
  storeTimeout: wholeNumber,
} satisfies Record<keyof FlowControlOptions, Check>;

// Names the place only: the number itself must not get into a log.
function phoneNumber(path: string, value: unknown): string[] {
  return typeof value === 'string' && /^\+?\d{6,18}$/.test(value)
    ? []
    : [`${path} must be a phone number: digits without spaces`];
}

/** The checks of the properties that are there; names nobody knows are faults too. */
function properties(path: string, value: object, checks: Record<string, Check>): string[] {
  return Object.entries(value).flatMap(([key, property]) => {
    if (!Object.hasOwn(checks, key)) return [`${path}.${key} is not an option`];
    return property === undefined ? [] : checks[key]!(`${path}.${key}`, property);
  });
}

/** The same, and all of them must be there. */
function complete(path: string, value: unknown, checks: Record<string, Check>): string[] {
  const names = Object.keys(checks);
  if (!isObject(value)) return [`${path} must be an object with ${names.join(', ')}`];
  const missing = names.filter((name) => (value as Record<string, unknown>)[name] === undefined);
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...properties(path, value, checks),
  ];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStore(value: unknown): value is LimitStore {
  const { reserve, release } = (value ?? {}) as Partial<LimitStore>;
  return typeof reserve === 'function' && typeof release === 'function';
}
