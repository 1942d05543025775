import type { AliyunSmsOptions, SmsInstanceOptions } from './aliyun-sms.options.js';
import type { CertificateAuthorities } from './client/dispatcher.js';
import { DEFAULT_ENDPOINT, type Endpoint, parseEndpoint } from './client/endpoint.js';
import { NO_RETRY, type RetryOptions } from './client/retry.js';
import { SmsConfigurationError } from './errors/sms-configuration.error.js';
import {
  accountOptions,
  type InstanceAccount,
  instanceAccount,
  mentionsAccount,
  NO_ACCOUNT,
} from './instance-account.js';
import type { SmsLimits } from './limits/index.js';
import { optionFaults } from './option.rules.js';
import type { SmsHooks } from './sms/sms-hooks.js';

const DEFAULTS = {
  endpoint: DEFAULT_ENDPOINT,
  timeout: 10_000,
  connections: 32,
  logging: true,
  telemetry: true,
  retry: { attempts: 3, baseDelay: 100, maxDelay: 2000 },
  hooks: [],
} satisfies AliyunSmsOptions;

/** The settings of one instance: inherited, defaulted, checked and frozen. */
export interface InstanceSettings extends InstanceAccount {
  readonly name: string;
  readonly title: string;
  readonly verifySign: string | undefined;
  readonly endpoint: Endpoint;
  readonly timeout: number;
  readonly connections: number;
  readonly logging: boolean;
  readonly telemetry: boolean;
  readonly retry: Required<RetryOptions>;
  readonly hooks: readonly SmsHooks[];
  readonly proxy: string | false | undefined;
  readonly ca: CertificateAuthorities | undefined;
  readonly limits: SmsLimits | undefined;
}

/** What the caller knows of the instance beside its options. */
export interface InstanceOrigin {
  /** The options of `forRoot`, where there is one. */
  root: AliyunSmsOptions | undefined;
  /** True for the instance that `forRoot` itself makes, which may be there for inheritance alone. */
  isDefault: boolean;
}

/** @throws SmsConfigurationError with every fault and its remedy */
export function instanceSettings(
  own: SmsInstanceOptions,
  { root, isDefault }: InstanceOrigin,
): InstanceSettings {
  const options = {
    ...DEFAULTS,
    ...defined(root),
    ...defined(own),
    ...accountOptions(own, root),
    name: own.name,
  };
  const withoutAccount = isDefault && !mentionsAccount(own);
  const problems = [
    ...(withoutAccount ? [] : missingProblems(options, { root, isDefault })),
    ...optionFaults(options),
  ];
  const endpoint = tryEndpoint(options.endpoint, problems);
  if (!endpoint || problems.length) throw new SmsConfigurationError(own.name, problems);

  const { timeout, connections, logging, telemetry, verifySign, proxy, ca, limits } = options;
  return Object.freeze({
    name: own.name,
    title: own.title ?? own.name,
    verifySign,
    endpoint,
    timeout,
    connections,
    logging,
    telemetry,
    retry: options.retry === false ? NO_RETRY : { ...DEFAULTS.retry, ...options.retry },
    hooks: [options.hooks].flat(),
    proxy,
    ca,
    limits,
    ...(withoutAccount ? NO_ACCOUNT : instanceAccount(options)),
  });
}

function missingProblems(options: AliyunSmsOptions, { root, isDefault }: InstanceOrigin): string[] {
  const needed: (keyof AliyunSmsOptions)[] = options.credential
    ? []
    : ['accessKey', 'accessSecret'];
  if (!isDefault) needed.push('verifySign');
  const missing = needed.filter((key) => options[key] === undefined);
  if (missing.length === 0) return [];
  const are = missing.length > 1 ? 'are' : 'is';
  if (isDefault) {
    return [
      `${missing.join(' and ')} ${are} missing: give accessKey with accessSecret, or credential, in forRoot ` +
        '(is the environment variable set?)',
    ];
  }
  return [
    `${missing.join(', ')} ${are} missing: give ${missing.length > 1 ? 'them' : 'it'} in forFeature, ` +
      (root
        ? 'or in forRoot (is its environment variable set?)'
        : 'or import AliyunSmsModule.forRoot(...), from which it inherits'),
  ];
}

function tryEndpoint(text: unknown, problems: string[]): Endpoint | undefined {
  try {
    return parseEndpoint(String(text));
  } catch (error) {
    problems.push((error as Error).message);
    return undefined;
  }
}

function defined<T extends object>(options: T | undefined): Partial<T> {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
