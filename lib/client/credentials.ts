import { SmsRequestException } from '../errors/sms-request.exception.js';

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

export type UsableCredentials = AliyunCredentials & {
  accessKeyId: string;
  accessKeySecret: string;
};

export type CredentialSource = UsableCredentials | AliyunCredentialProvider;

/** Fixed keys, named as the SDK names them on the wire. */
export function staticCredentials(
  accessKeyId: string,
  accessKeySecret: string,
  securityToken?: string,
): UsableCredentials {
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

/** Asks the provider; that it fails proves that nothing was sent. */
export async function obtainCredentials(
  provider: AliyunCredentialProvider,
): Promise<UsableCredentials> {
  let credentials: AliyunCredentials | null | undefined;
  try {
    credentials = await provider.getCredential();
  } catch (error) {
    if (error instanceof SmsRequestException) throw error;
    throw notSent(`The credential provider ${nameOf(provider)} failed (${kindOf(error)})`);
  }
  if (!isUsable(credentials)) {
    throw notSent(
      `The credential provider ${nameOf(provider)} gave no usable accessKeyId with accessKeySecret`,
    );
  }
  return credentials;
}

function isUsable(
  credentials: AliyunCredentials | null | undefined,
): credentials is UsableCredentials {
  if (typeof credentials !== 'object' || credentials === null) return false;
  const { accessKeyId, accessKeySecret, securityToken, providerName } = credentials;
  return (
    isHeaderText(accessKeyId) &&
    typeof accessKeySecret === 'string' &&
    accessKeySecret !== '' &&
    [securityToken, providerName].every((text) => !text || isHeaderText(text))
  );
}

// A line break at its end, as files have one, would make every call fail.
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

// The text of a provider's error may hold keys and tokens: only its kind is told, where that is the
// name of one, such as VaultError, ECONNREFUSED or InvalidAccessKeyId.NotFound. Keys hold figures.
function kindOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const kinds = [name, code].filter(
    (kind) => typeof kind === 'string' && /^[A-Za-z._]{1,60}$/.test(kind),
  );
  return kinds.join(' ') || 'no reason given';
}
