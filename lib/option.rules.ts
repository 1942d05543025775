import type { SmsInstanceOptions } from './aliyun-sms.options.js';
import type { AliyunCredentialProvider } from './client/credentials.js';
import type { RetryOptions } from './client/retry.js';
import { limitsProblems } from './limits/index.js';

/** What no instance can work with, each fault with what is needed instead. */
export function optionFaults(options: SmsInstanceOptions): string[] {
  const found: string[] = [];
  for (const [key, { ok, need }] of Object.entries(RULES)) {
    const value: unknown = options[key as keyof typeof RULES];
    if (value !== undefined && !ok(value)) found.push(`${key} must be ${need}`);
  }
  if (options.credential && options.accessKey !== undefined) {
    found.push('accessKey and credential exclude each other: leave one of them out');
  }
  if (options.limits !== undefined) found.push(...limitsProblems(options.limits));
  return found;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isVisible = (value: unknown) => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
const isFlag = (value: unknown) => typeof value === 'boolean';
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 1;

// Its URL may hold a password, so a fault must not show it.
function isProxy(value: unknown): boolean {
  if (value === false) return true;
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
}

function isRetry(value: unknown): boolean {
  if (value === false) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { attempts = 1, baseDelay = 1, maxDelay = 1 } = value as RetryOptions;
  return isCount(attempts) && isCount(baseDelay) && isCount(maxDelay);
}

const RULES = {
  name: { ok: isText, need: 'a non-empty string' },
  title: { ok: isText, need: 'a non-empty string' },
  accessKey: { ok: isVisible, need: 'a non-empty string without spaces' },
  accessSecret: { ok: isVisible, need: 'a non-empty string without spaces' },
  securityToken: { ok: isVisible, need: 'a non-empty string without spaces' },
  credential: {
    ok: (value: unknown) =>
      value === 'default' ||
      typeof (value as Partial<AliyunCredentialProvider> | null)?.getCredential === 'function',
    need: "an object with getCredential(), or 'default'",
  },
  verifySign: {
    ok: (value: unknown) => isText(value) && !/[【】]/.test(value as string),
    need: 'the name of the signature, without the brackets 【】',
  },
  timeout: {
    ok: (value: unknown) => isCount(value) && (value as number) <= 600_000,
    need: 'a whole number of milliseconds from 1 to 600000',
  },
  retry: { ok: isRetry, need: 'false, or { attempts, baseDelay, maxDelay } with whole numbers' },
  hooks: {
    ok: (value: unknown) =>
      [value].flat().every((hook) => typeof hook === 'object' && hook !== null),
    need: 'an object with onSend and onResult, or an array of these',
  },
  connections: { ok: isCount, need: 'a whole number from 1' },
  proxy: { ok: isProxy, need: 'the URL of a proxy, such as "http://proxy.intern:3128", or false' },
  ca: {
    ok: (value: unknown) => [value].flat().every((pem) => isText(pem) || Buffer.isBuffer(pem)),
    need: 'a certificate as PEM, or an array of these',
  },
  shutdownGrace: {
    ok: (value: unknown) => value === 0 || isCount(value),
    need: 'a whole number of milliseconds',
  },
  logging: { ok: isFlag, need: 'true or false' },
  telemetry: { ok: isFlag, need: 'true or false' },
} satisfies Partial<Record<keyof SmsInstanceOptions, Rule>>;

interface Rule {
  ok: (value: unknown) => boolean;
  need: string;
}
