import {
  type AliyunCredentialProvider,
  type CredentialSource,
  defaultCredentials,
  MissingCredentials,
  staticCredentials,
} from './credentials.js';

const KEYS = ['accessKey', 'accessSecret', 'securityToken', 'credential'] as const;

/** The options by which an instance is tied to an account. */
export interface AccountOptions {
  accessKey?: string;
  accessSecret?: string;
  securityToken?: string;
  credential?: AliyunCredentialProvider | 'default';
}

export interface ClientAccount {
  readonly credential: CredentialSource;
  /** Tells one account from another: the key, or the provider object. */
  readonly account: string | object;
}

/** Whether the options name an account at all, be it with an environment variable that is not set. */
export function mentionsAccount(options: AccountOptions): boolean {
  return KEYS.some((key) => key in options);
}

/**
 * The account of an instance: wholly its own, or wholly that of the root. A key of one with the
 * secret of the other would be refused by Aliyun, at the first send.
 */
export function accountOptions(
  own: AccountOptions,
  root: AccountOptions | undefined,
): AccountOptions {
  const source = KEYS.some((key) => own[key] !== undefined) ? own : root;
  return Object.fromEntries(KEYS.map((key) => [key, source?.[key]]));
}

export function clientAccount(options: AccountOptions): ClientAccount {
  const { accessKey, accessSecret, securityToken, credential } = options;
  if (credential === 'default') return { account: credential, credential: defaultCredentials() };
  if (credential) return { account: credential, credential };
  if (accessKey === undefined) return NO_ACCOUNT;
  return {
    account: accessKey,
    credential: staticCredentials(accessKey, accessSecret!, securityToken),
  };
}

/** For a root that has no account, only settings that others inherit. */
const NO_ACCOUNT: ClientAccount = {
  account: 'none',
  credential: new MissingCredentials(
    'This instance has no account: give accessKey with accessSecret in forRoot, or use another instance',
  ),
};
