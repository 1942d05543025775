import { isCount, isText, optional } from '../schema/option.rules.js';
import type { Rule } from '../schema/validate-with.decorator.js';
import type { AliyunCredentialProvider } from './credentials.js';
import { endpointIssue } from './endpoint.js';
import type { RetryOptions } from './retry.js';

export const retry = optional(
  'false, or { attempts, baseDelay, maxDelay } with whole numbers',
  (value) => {
    if (value === false) return true;
    if (typeof value !== 'object' || value === null) return false;
    const { attempts = 1, baseDelay = 1, maxDelay = 1 } = value as RetryOptions;
    return isCount(attempts) && isCount(baseDelay) && isCount(maxDelay);
  },
);

// Its URL may hold a password, so the text must not show it.
export const proxy = optional(
  'the URL of a proxy, such as "http://proxy.intern:3128", or false',
  (value) =>
    value === false ||
    (typeof value === 'string' &&
      URL.canParse(value) &&
      ['http:', 'https:'].includes(new URL(value).protocol)),
);

export const ca = optional('a certificate as PEM, or an array of these', (value) =>
  [value].flat().every((pem) => isText(pem) || Buffer.isBuffer(pem)),
);

/** A provider stands alone: a key beside it would never be used. */
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
  if (value === undefined) return undefined;
  if (!isText(value)) return 'must be a host or a URL';
  const sentence = endpointIssue(value);
  return sentence === undefined ? undefined : { sentence };
};
