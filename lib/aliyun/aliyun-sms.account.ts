import type { AliyunSmsOptions } from './aliyun-sms.options.js';
import {
  type CredentialSource,
  defaultCredentials,
  MissingCredentials,
  staticCredentials,
} from '../client/credentials.js';

const KEYS = ['accessKey', 'accessSecret', 'securityToken', 'credential'] as const;

/** The options by which an instance is tied to an account. */
export type AccountOptions = Pick<AliyunSmsOptions, (typeof KEYS)[number]>;

export interface InstanceAccount {
  readonly credential: CredentialSource;
  /** What tells the account from others: the key, or the provider object. */
  readonly account: string | object;
}

/** Whether the options mention an account at all, be it with an environment variable that is not set. */
export function mentionsAccount(options: AliyunSmsOptions): boolean {
  return KEYS.some((key) => key in options);
}

/**
 * The account of an instance: wholly its own, or wholly that of the root. A key of one with the
 * secret of the other would be refused by Aliyun, at the first send.
 */
export function accountOptions(
  own: AliyunSmsOptions,
  root: AliyunSmsOptions | undefined,
): AccountOptions {
  const source = KEYS.some((key) => own[key] !== undefined) ? own : root;
  return Object.fromEntries(KEYS.map((key) => [key, source?.[key]]));
}

export function instanceAccount(options: AccountOptions): InstanceAccount {
  const { accessKey, accessSecret, securityToken, credential } = options;
  if (credential === 'default') return { account: credential, credential: defaultCredentials() };
  if (credential) return { account: credential, credential };
  if (accessKey === undefined) return NO_ACCOUNT;
  return {
    account: accessKey,
    credential: staticCredentials(accessKey, accessSecret!, securityToken),
  };
}

/** For a root that only lends its other settings. */
const NO_ACCOUNT: InstanceAccount = {
  account: 'none',
  credential: new MissingCredentials(
    'This instance has no account: give accessKey with accessSecret in forRoot, or use another instance',
  ),
};
