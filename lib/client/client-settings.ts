import { knownOptionsOf } from '../schema/validate-config.js';
import { type AccountOptions, type ClientAccount, clientAccount } from './account.js';
import { AliyunClientConfig, CLIENT_DEFAULTS } from './aliyun-client.config.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import { NO_RETRY, type RetryOptions } from './retry.js';

type WithDefaults = AliyunClientConfig &
  Required<Pick<AliyunClientConfig, keyof typeof CLIENT_DEFAULTS>>;

/** A valid configuration with its defaults: what a connection to Aliyun is made of. */
export interface ClientSettings
  extends
    ClientAccount,
    Readonly<Omit<WithDefaults, keyof AccountOptions | 'endpoint' | 'insecure' | 'retry'>> {
  readonly endpoint: Endpoint;
  readonly retry: Required<RetryOptions>;
}

/** @param config validated, with its default endpoint where it is of another product than SMS */
export function clientSettings(config: AliyunClientConfig): ClientSettings {
  const options = { ...CLIENT_DEFAULTS, ...givenOptions(config) };
  const { accessKey, accessSecret, securityToken, credential, ...rest } = options;
  const { endpoint, insecure, retry, ...others } = rest;
  return {
    ...others,
    ...clientAccount({ accessKey, accessSecret, securityToken, credential }),
    endpoint: parseEndpoint(endpoint, insecure),
    retry: retry === false ? NO_RETRY : { ...CLIENT_DEFAULTS.retry, ...retry },
  };
}

/**
 * Without what was left out, which is a property and undefined, and without the options of the product: a
 * pool keeps its settings longer than an instance lives.
 */
function givenOptions(config: AliyunClientConfig): Partial<AliyunClientConfig> {
  const names = knownOptionsOf(AliyunClientConfig);
  const given = Object.entries(config).filter(
    ([name, value]) => names.has(name) && value !== undefined,
  );
  return Object.fromEntries(given);
}
