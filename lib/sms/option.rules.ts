import type { AliyunCredentialProvider } from '../client/credentials.js';
import { parseEndpoint } from '../client/endpoint.js';
import type { RetryOptions } from '../client/retry.js';
import { limitsIssues } from '../limits/index.js';
import type { Rule } from './obeys.decorator.js';

/** A rule for an option that may be left out. */
const mustBe =
  (need: string, ok: (value: unknown) => boolean): Rule =>
  (value) =>
    value === undefined || ok(value) ? undefined : `must be ${need}`;

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 1;

export const visibleText = mustBe(
  'a non-empty string without spaces',
  (value) => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value),
);

export const flag = mustBe('true or false', (value) => typeof value === 'boolean');

export const sign = mustBe(
  'the name of the signature, without the brackets 【】',
  (value) => isText(value) && !/[【】]/.test(value as string) && (value as string).isWellFormed(),
);

export const callTimeout = mustBe(
  'a whole number of milliseconds from 1 to 600000',
  (value) => isCount(value) && (value as number) <= 600_000,
);

export const milliseconds = mustBe(
  'a whole number of milliseconds',
  (value) => value === 0 || isCount(value),
);

export const count = mustBe('a whole number from 1', isCount);

export const functionOption = mustBe('a function', (value) => typeof value === 'function');

export const retry = mustBe(
  'false, or { attempts, baseDelay, maxDelay } with whole numbers',
  (value) => {
    if (value === false) return true;
    if (typeof value !== 'object' || value === null) return false;
    const { attempts = 1, baseDelay = 1, maxDelay = 1 } = value as RetryOptions;
    return isCount(attempts) && isCount(baseDelay) && isCount(maxDelay);
  },
);

export const hooks = mustBe('an object with onSend and onResult, or an array of these', (value) =>
  [value].flat().every((hook) => typeof hook === 'object' && hook !== null),
);

// Its URL may hold a password, so a fault must not show it.
export const proxy = mustBe(
  'the URL of a proxy, such as "http://proxy.intern:3128", or false',
  (value) =>
    value === false ||
    (typeof value === 'string' &&
      URL.canParse(value) &&
      ['http:', 'https:'].includes(new URL(value).protocol)),
);

export const ca = mustBe('a certificate as PEM, or an array of these', (value) =>
  [value].flat().every((pem) => isText(pem) || Buffer.isBuffer(pem)),
);

/** Of a provider, and that it stands alone. */
export const credential: Rule = (value, options) => {
  if (value === undefined) return undefined;
  const provider = value as Partial<AliyunCredentialProvider> | null;
  if (value !== 'default' && typeof provider?.getCredential !== 'function') {
    return "must be an object with getCredential(), or 'default'";
  }
  return (options as { accessKey?: unknown }).accessKey === undefined
    ? undefined
    : 'and accessKey exclude each other: leave one of them out';
};

export const endpoint: Rule = (value) => {
  try {
    parseEndpoint(String(value));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

export const limits: Rule = (value) => {
  const issues = value === undefined ? [] : limitsIssues(value);
  return issues.length > 0 ? issues.join('; ') : undefined;
};
