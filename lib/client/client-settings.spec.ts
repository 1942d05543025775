import { describe, expect, it } from 'vitest';
import { accountOptions, clientAccount, mentionsAccount } from './account.js';
import { AliyunClientConfig } from './aliyun-client.config.js';
import { clientSettings } from './client-settings.js';
import { MissingCredentials } from './credentials.js';

const KEYS = { accessKey: 'k', accessSecret: 's' };
const PROVIDER = { getCredential: async () => ({}) };

const settingsOf = (options: object) =>
  clientSettings(Object.assign(new AliyunClientConfig(), options));

describe('the settings of a client', () => {
  it('have the documented defaults', () => {
    expect(settingsOf(KEYS)).toEqual({
      account: 'k',
      credential: { accessKeyId: 'k', accessKeySecret: 's', providerName: 'static_ak' },
      endpoint: {
        origin: 'https://dysmsapi.aliyuncs.com',
        host: 'dysmsapi.aliyuncs.com',
        isLoopback: false,
      },
      timeout: 10_000,
      connections: 32,
      retry: { attempts: 3, baseDelay: 100, maxDelay: 2_000 },
    });
  });

  it('have what is given, and the default for what is given as undefined', () => {
    const given = { timeout: 7, connections: undefined, retry: { attempts: 9 }, ca: 'pem' };
    expect(settingsOf({ ...KEYS, ...given, verifySign: 'x' })).toMatchObject({
      timeout: 7,
      connections: 32,
      ca: 'pem',
      retry: { attempts: 9, baseDelay: 100, maxDelay: 2_000 },
    });
    expect(settingsOf({ ...KEYS, verifySign: 'x' })).not.toHaveProperty('verifySign');
  });

  it('repeat nothing where retry is false', () => {
    expect(settingsOf({ ...KEYS, retry: false }).retry.attempts).toBe(1);
  });
});

describe('the account of a client', () => {
  it('is a key, a provider or the default chain', () => {
    const { credential, account } = clientAccount({ ...KEYS, securityToken: 't' });
    expect(account).toBe('k');
    expect(credential).toMatchObject({ securityToken: 't', providerName: 'static_sts' });
    expect(clientAccount({ credential: PROVIDER })).toEqual({
      account: PROVIDER,
      credential: PROVIDER,
    });
    expect(clientAccount({ credential: 'default' }).account).toBe('default');
  });

  it('is missing where nothing is given', () => {
    expect(clientAccount({}).credential).toBeInstanceOf(MissingCredentials);
  });

  it.each([
    { accessKey: 'own' },
    { accessSecret: 'own' },
    { securityToken: 'own' },
    { credential: PROVIDER },
  ])('comes from one place: %o inherits none of the others', (own) => {
    const root = { ...KEYS, securityToken: 't' };
    expect(mentionsAccount(own)).toBe(true);
    const none = Object.fromEntries(
      ['accessKey', 'accessSecret', 'securityToken', 'credential'].map((key) => [key, undefined]),
    );
    expect(accountOptions(own, root)).toEqual({ ...none, ...own });
  });

  it('is that of the root where the instance gives none', () => {
    const root = { ...KEYS, securityToken: 't', credential: PROVIDER };
    expect(accountOptions({}, root)).toEqual(root);
    expect(accountOptions({ accessKey: undefined } as object, root)).toEqual(root);
    expect(Object.values(accountOptions({}, undefined))).toEqual(Array(4).fill(undefined));
    expect(mentionsAccount({})).toBe(false);
  });
});
