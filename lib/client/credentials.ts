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

type ChainConstructor = new () => AliyunCredentialProvider;

async function createChain(): Promise<AliyunCredentialProvider> {
  const { default: root } = await import('@alicloud/credentials');
  // The class is one level deeper under Node's ESM loader than under a transpiled require.
  const Chain = (root as unknown as { default?: ChainConstructor }).default ?? root;
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
    throw notSent(`The credential provider ${nameOf(provider)} failed (${kindOf(error)})`);
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
  const name = provider.constructor?.name;
  return name && name !== 'Object' ? name : 'given as credential';
}

// The text of a provider's error may contain keys and tokens, so only its name and code are shown,
// and only if they look like VaultError, ECONNREFUSED or InvalidAccessKeyId.NotFound: a key would
// contain digits.
function kindOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const kinds = [name, code].filter(
    (kind) => typeof kind === 'string' && /^[A-Za-z._]{1,60}$/.test(kind),
  );
  return kinds.join(' ') || 'no reason given';
}
