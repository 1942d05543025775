import { DEFAULT_ENDPOINT, type Endpoint, parseEndpoint } from '../client/endpoint.js';
import { NO_RETRY, type RetryOptions } from '../client/retry.js';
import { type InstanceAccount, instanceAccount } from './aliyun-sms.account.js';
import type { AliyunSmsConfig } from './aliyun-sms.config.js';

const DEFAULT_RETRY = { attempts: 3, baseDelay: 100, maxDelay: 2000 };

/** What the connection to Aliyun is made of: a valid configuration with its defaults. */
export interface AliyunSmsSettings extends InstanceAccount {
  readonly endpoint: Endpoint;
  readonly timeout: number;
  readonly connections: number;
  readonly retry: Required<RetryOptions>;
  readonly proxy: AliyunSmsConfig['proxy'];
  readonly ca: AliyunSmsConfig['ca'];
}

export function aliyunSmsSettings(config: AliyunSmsConfig): AliyunSmsSettings {
  const { endpoint = DEFAULT_ENDPOINT, timeout = 10_000, connections = 32, proxy, ca } = config;
  return {
    ...instanceAccount(config),
    endpoint: parseEndpoint(endpoint),
    timeout,
    connections,
    retry: config.retry === false ? NO_RETRY : { ...DEFAULT_RETRY, ...config.retry },
    proxy,
    ca,
  };
}
