import { propertyOf } from '../common/error-facts.js';
import { proxyOfEnvironment, proxyUrl } from '../common/proxy-url.js';
import { isCount, isText, optional } from '../schema/option.rules.js';
import type { Rule } from '../schema/validate-with.decorator.js';
import { violation } from '../errors/violation.js';
import { DEFAULT_ENDPOINT, endpointIssue, endpointReason, parseEndpoint } from './endpoint.js';
import type { RetryOptions } from './retry.js';

export const retry = optional(
  'retry',
  'false, or { attempts, baseDelay, maxDelay } with whole numbers',
  (value) => {
    if (value === false) return true;
    if (typeof value !== 'object' || value === null) return false;
    const { attempts = 1, baseDelay = 1, maxDelay = 1 } = value as RetryOptions;
    return isCount(attempts) && isCount(baseDelay) && isCount(maxDelay);
  },
);

const PROXY = 'must be the URL of an http or https proxy, such as "http://proxy.intern:3128"';

// A URL may hold a password, so no text shows it.
export const proxy: Rule = (value, options) => {
  if (value === false) return undefined;
  if (value !== undefined) {
    return isText(value) && proxyUrl(value) !== undefined
      ? undefined
      : violation('proxy-url', `${PROXY}, or false`);
  }
  const { endpoint: host = DEFAULT_ENDPOINT } = options as { endpoint?: unknown };
  const insecure = permitsPlainHttp(options);
  if (!isText(host) || endpointIssue(host, insecure) !== undefined) return undefined;
  const environment = proxyOfEnvironment(parseEndpoint(host, insecure));
  if (environment === undefined || proxyUrl(environment) !== undefined) return undefined;
  return {
    rule: 'proxy-of-environment',
    sentence: `HTTPS_PROXY of the environment ${PROXY}: correct it, or set proxy: false`,
  };
};

export const ca = optional('certificate', 'a certificate as PEM, or an array of these', (value) =>
  [value].flat().every((pem) => isText(pem) || Buffer.isBuffer(pem)),
);

/** A provider stands alone: a key beside it would never be used. */
export const credential: Rule = (value, options) => {
  if (value === undefined) return undefined;
  if (value !== 'default' && typeof propertyOf(value, 'getCredential') !== 'function') {
    return violation('credential', "must be an object with getCredential(), or 'default'");
  }
  return (options as { accessKey?: unknown }).accessKey === undefined
    ? undefined
    : violation('excludes', 'and accessKey exclude each other: leave one of them out', {
        other: 'accessKey',
      });
};

export const endpoint: Rule = (value, options) => {
  if (value === undefined) return undefined;
  if (!isText(value)) return violation('endpoint', 'must be a host or a URL');
  const insecure = permitsPlainHttp(options);
  const sentence = endpointIssue(value, insecure);
  return sentence === undefined ? undefined : { sentence, rule: endpointReason(value, insecure)! };
};

function permitsPlainHttp(options: object): boolean {
  return (options as { insecure?: unknown }).insecure === true;
}
