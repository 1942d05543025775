import { knownOptionsOf } from '../schema/validate-config.js';
import { type AccountOptions, type ClientAccount, clientAccount } from './account.js';
import { AliyunClientConfig, CLIENT_DEFAULTS } from './aliyun-client.config.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import { NO_RETRY, type RetryOptions } from './retry.js';

/** The options that `clientSettings` hands on as they are, so that a new one needs no line here. */
type PlainOptions = Omit<AliyunClientConfig, keyof AccountOptions | keyof typeof CLIENT_DEFAULTS>;

/** A valid configuration with its defaults: what a connection to Aliyun is made of. */
export interface ClientSettings extends ClientAccount, Readonly<PlainOptions> {
  readonly endpoint: Endpoint;
  readonly timeout: number;
  readonly connections: number;
  readonly retry: Required<RetryOptions>;
}

/** @param config validated, with its default endpoint where it is of another product than SMS */
export function clientSettings(config: AliyunClientConfig): ClientSettings {
  const {
    accessKey,
    accessSecret,
    securityToken,
    credential,
    endpoint = CLIENT_DEFAULTS.endpoint,
    timeout = CLIENT_DEFAULTS.timeout,
    connections = CLIENT_DEFAULTS.connections,
    retry,
    ...others
  } = clientOptions(config);
  return {
    ...others,
    ...clientAccount({ accessKey, accessSecret, securityToken, credential }),
    endpoint: parseEndpoint(endpoint),
    timeout,
    connections,
    retry: retry === false ? NO_RETRY : { ...CLIENT_DEFAULTS.retry, ...retry },
  };
}

/** Without the options of a product: a pool keeps its settings longer than an instance lives. */
function clientOptions(config: AliyunClientConfig): AliyunClientConfig {
  const names = knownOptionsOf(AliyunClientConfig);
  return Object.fromEntries(Object.entries(config).filter(([name]) => names.has(name)));
}
