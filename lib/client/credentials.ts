import { propertyOf } from '../common/error-facts.js';
import { loaded, ModuleNotLoadedError } from '../common/module-not-loaded.js';
import { trimText } from '../common/text.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { SigningCredentials } from './signing/signable-call.js';

/** What a call is signed with, in the words of Aliyun's SDK. */
export interface AliyunCredentials {
  accessKeyId?: string;
  accessKeySecret?: string;
  /** Of a temporary (STS) key. */
  securityToken?: string;
  /** How the credentials came about; the SDK sends and signs it as `x-acs-credentials-provider`. */
  providerName?: string;
}

/** Anything that hands out credentials: every provider of `@alicloud/credentials`, or your own. */
export interface AliyunCredentialProvider {
  /** Asked for on every call, so keys that rotate need nothing more. */
  getCredential(): Promise<AliyunCredentials>;
}

export type CredentialSource = SigningCredentials | AliyunCredentialProvider;

/** Returns fixed keys, with the provider name that the SDK sends for them. */
export function staticCredentials(
  accessKeyId: string,
  accessKeySecret: string,
  securityToken?: string,
): SigningCredentials {
  return securityToken
    ? { accessKeyId, accessKeySecret, securityToken, providerName: 'static_sts' }
    : { accessKeyId, accessKeySecret, providerName: 'static_ak' };
}

/** Stands for credentials that were never given: every call fails with this text. */
export class MissingCredentials implements AliyunCredentialProvider {
  constructor(private readonly detail: string) {}

  getCredential(): Promise<never> {
    return Promise.reject(notSent(this.detail));
  }
}

/**
 * Returns the default chain of `@alicloud/credentials`, which is loaded when a call needs it. After a
 * failure a new chain is made, because the old one would ask only the provider that it asked last.
 */
export function defaultCredentials(): AliyunCredentialProvider {
  return new DefaultCredentialChain();
}

class DefaultCredentialChain implements AliyunCredentialProvider {
  #chain: Promise<AliyunCredentialProvider> | undefined;

  async getCredential() {
    const chain = (this.#chain ??= createChain());
    try {
      return await (await chain).getCredential();
    } catch (error) {
      if (this.#chain === chain) this.#chain = undefined;
      throw error;
    }
  }
}

// https://help.aliyun.com/zh/sdk/developer-reference/v2-manage-node-js-access-credentials, in the order of
// `providers/default.js` of `@alicloud/credentials`.
const LOOKED_AT =
  'It looked at, in this order: 1. ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment; ' +
  '2. OIDC: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE; ' +
  '3. ~/.aliyun/config.json; 4. ~/.alibabacloud/credentials, or the file in ALIBABA_CLOUD_CREDENTIALS_FILE; ' +
  '5. the RAM role of the ECS instance (ALIBABA_CLOUD_ECS_METADATA); 6. the address in ALIBABA_CLOUD_CREDENTIALS_URI. ' +
  'Give one of them, or accessKey with accessSecret';

type ChainConstructor = new () => AliyunCredentialProvider;

async function createChain(): Promise<AliyunCredentialProvider> {
  const loading = loaded('@alicloud/credentials', import('@alicloud/credentials'));
  const { default: root } = await loading;
  // The class is one level deeper under Node's ESM loader than under a transpiled require.
  const Chain = (root as unknown as { default?: ChainConstructor }).default ?? root;
  if (typeof Chain !== 'function') {
    throw new ModuleNotLoadedError('@alicloud/credentials', new TypeError('no constructor'));
  }
  return new (Chain as unknown as ChainConstructor)();
}

/** Asks the provider. If it fails, that proves that nothing was sent. */
export async function obtainCredentials(
  provider: AliyunCredentialProvider,
): Promise<SigningCredentials> {
  let credentials: AliyunCredentials | null | undefined;
  try {
    credentials = await provider.getCredential();
  } catch (error) {
    if (error instanceof SmsRequestException) throw error;
    if (error instanceof ModuleNotLoadedError) throw notSent(error.message);
    const failed = `The credential provider ${nameOf(provider)} failed (${kindOf(error)})`;
    throw notSent(provider instanceof DefaultCredentialChain ? `${failed}. ${LOOKED_AT}` : failed);
  }
  credentials = trimmed(credentials);
  if (!isUsable(credentials)) {
    throw notSent(
      `The credential provider ${nameOf(provider)} gave no usable accessKeyId with accessKeySecret`,
    );
  }
  return credentials;
}

function isUsable(
  credentials: AliyunCredentials | null | undefined,
): credentials is SigningCredentials {
  if (typeof credentials !== 'object' || credentials === null) return false;
  const { accessKeyId, accessKeySecret, securityToken, providerName } = credentials;
  return (
    isHeaderText(accessKeyId) &&
    typeof accessKeySecret === 'string' &&
    accessKeySecret !== '' &&
    [securityToken, providerName].every((text) => !text || isHeaderText(text))
  );
}

/** A key that was read from a file often ends with a line break, and every call would fail with it. */
function trimmed(
  credentials: AliyunCredentials | null | undefined,
): AliyunCredentials | null | undefined {
  if (typeof credentials !== 'object' || credentials === null) return credentials;
  const { accessKeyId, accessKeySecret, securityToken, providerName } = credentials;
  const texts = [accessKeyId, accessKeySecret, securityToken];
  const [id, secret, token] = texts.map((each) =>
    typeof each === 'string' ? trimText(each) : each,
  );
  // The same object where nothing changes: it may know more than these four.
  if (id === accessKeyId && secret === accessKeySecret && token === securityToken) {
    return credentials;
  }
  return {
    ...(id !== undefined && { accessKeyId: id }),
    ...(secret !== undefined && { accessKeySecret: secret }),
    ...(token !== undefined && { securityToken: token }),
    ...(providerName !== undefined && { providerName }),
  };
}

function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

function notSent(detail: string): SmsRequestException {
  return new SmsRequestException({ reason: 'credentials', outcome: 'not-sent', detail });
}

function nameOf(provider: AliyunCredentialProvider): string {
  if (provider instanceof DefaultCredentialChain) return 'DefaultCredentialChain';
  const name = propertyOf(provider, 'constructor', 'name');
  const isShown = typeof name === 'string' && /^[A-Za-z_$][\w$]{0,60}$/.test(name);
  return isShown && name !== 'Object' ? name : 'given as credential';
}

// The text of a provider's error may contain keys and tokens, so only its name and code are shown,
// and only if they look like VaultError, ECONNREFUSED or InvalidAccessKeyId.NotFound: a key would
// contain digits.
function kindOf(error: unknown): string {
  const kinds = [propertyOf(error, 'name'), propertyOf(error, 'code')].filter(
    (kind) => typeof kind === 'string' && /^[A-Za-z._]{1,60}$/.test(kind),
  );
  return kinds.join(' ') || 'no reason given';
}
