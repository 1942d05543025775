import { type ClientAccount, clientAccount } from './account.js';
import { type AliyunClientConfig, CLIENT_DEFAULTS } from './aliyun-client.config.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import { NO_RETRY, type RetryOptions } from './retry.js';

/** A valid configuration with its defaults: what a connection to Aliyun is made of. */
export interface ClientSettings extends ClientAccount {
  readonly endpoint: Endpoint;
  readonly timeout: number;
  readonly connections: number;
  readonly retry: Required<RetryOptions>;
  readonly proxy: AliyunClientConfig['proxy'];
  readonly ca: AliyunClientConfig['ca'];
}

/** @param config validated, with its default endpoint where it is of another product than SMS */
export function clientSettings(config: AliyunClientConfig): ClientSettings {
  // Not by spreading: an option that is left out is an own property of its class, and undefined.
  const {
    endpoint = CLIENT_DEFAULTS.endpoint,
    timeout = CLIENT_DEFAULTS.timeout,
    connections = CLIENT_DEFAULTS.connections,
    retry,
    proxy,
    ca,
  } = config;
  return {
    ...clientAccount(config),
    endpoint: parseEndpoint(endpoint),
    timeout,
    connections,
    retry: retry === false ? NO_RETRY : { ...CLIENT_DEFAULTS.retry, ...retry },
    proxy,
    ca,
  };
}
