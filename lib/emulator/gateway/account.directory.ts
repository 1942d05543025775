import type { EmulatorAccount } from '../model/account.js';
import { GatewayError } from '../errors.js';
import { sameText } from './same-text.js';

/** Finds the caller's account and judges its security token. */
export class AccountDirectory {
  private readonly byKey: ReadonlyMap<string, EmulatorAccount>;

  constructor(accounts: readonly EmulatorAccount[]) {
    this.byKey = new Map(accounts.map((account) => [account.accessKey, account]));
  }

  find(accessKey: string): EmulatorAccount {
    const account = this.byKey.get(accessKey);
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
  if (!sameText(token, account.securityToken)) {
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
