import { timingSafeEqual } from 'node:crypto';
import { GatewayError } from '../errors.js';
import type { EmulatorAccount } from '../model/account.js';

/** The accounts by their AccessKey id. */
export class AccountDirectory {
  readonly #byKey: ReadonlyMap<string, EmulatorAccount>;

  constructor(accounts: readonly EmulatorAccount[]) {
    this.#byKey = new Map(accounts.map((account) => [account.accessKey, account]));
  }

  find(accessKey: string): EmulatorAccount {
    const account = this.#byKey.get(accessKey);
    if (account) return account;
    throw new GatewayError(
      404,
      'InvalidAccessKeyId.NotFound',
      'Specified access key is not found.',
    );
  }
}

export function verifySecurityToken(account: EmulatorAccount, token: string): void {
  if (account.securityToken === undefined && token === '') return;
  if (token === '') {
    throw new GatewayError(
      400,
      'MissingSecurityToken',
      'SecurityToken is mandatory for this action.',
    );
  }
  if (account.securityToken === undefined) {
    throw new GatewayError(
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'Specified SecurityToken mismatch with the AccessKey.',
    );
  }
  if (!isSameText(token, account.securityToken)) {
    throw new GatewayError(
      400,
      'InvalidSecurityToken.Malformed',
      'Specified SecurityToken is malformed.',
    );
  }
  if (account.expiresAt !== undefined && Date.parse(account.expiresAt) <= Date.now()) {
    throw new GatewayError(
      400,
      'InvalidSecurityToken.Expired',
      'Specified SecurityToken is expired.',
    );
  }
}

/** Compares secrets in a time that does not depend on where they differ. */
export function isSameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
