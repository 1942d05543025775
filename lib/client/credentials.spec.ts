import { describe, expect, it } from 'vitest';
import type { SmsRequestException } from '../errors/sms-request.exception.js';
import {
  type AliyunCredentials,
  MissingCredentials,
  obtainCredentials,
  staticCredentials,
} from './credentials.js';

const KEYS = { accessKeyId: 'LTAI5tKey', accessKeySecret: 'secret' };

const obtain = (credentials: unknown) =>
  obtainCredentials({ getCredential: async () => credentials as AliyunCredentials });

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => expect.fail('credentials were obtained'),
    (error: SmsRequestException) => error,
  );
}

describe('credentials of a provider', () => {
  it('name what they are when they are fixed', () => {
    expect(staticCredentials('id', 'secret')).toEqual({
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      providerName: 'static_ak',
    });
    expect(staticCredentials('id', 'secret', 'token')).toEqual({
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      securityToken: 'token',
      providerName: 'static_sts',
    });
  });

  it.each<[string, AliyunCredentials]>([
    ['a key', KEYS],
    ['a temporary key', { ...KEYS, securityToken: 'token', providerName: 'ecs_ram_role' }],
    ['an empty token', { ...KEYS, securityToken: '', providerName: '' }],
    ['a secret with a space inside', { ...KEYS, accessKeySecret: 'a b' }],
  ])('are used as they are: %s', async (_, credentials) => {
    expect(await obtain(credentials)).toBe(credentials);
  });

  it.each<[string, AliyunCredentials]>([
    ['id', { ...KEYS, accessKeyId: ' LTAI5tKey\n' }],
    ['secret', { ...KEYS, accessKeySecret: 'secret\n' }],
  ])('lose what is invisible at the ends: %s', async (_, credentials) => {
    expect(await obtain(credentials)).toEqual(KEYS);
  });

  it('keep token and name when something is trimmed', async () => {
    const more = { securityToken: 'token', providerName: 'ecs_ram_role' };
    expect(await obtain({ ...KEYS, ...more, securityToken: 'token\n' })).toEqual({
      ...KEYS,
      ...more,
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'LTAI5tKey'],
    ['no id', { accessKeySecret: 's' }],
    ['an empty id', { ...KEYS, accessKeyId: '' }],
    ['an id that no header can hold', { ...KEYS, accessKeyId: 'LTAI 密钥' }],
    ['no secret', { accessKeyId: 'id' }],
    ['an empty secret', { ...KEYS, accessKeySecret: '' }],
    ['a secret that is no text', { ...KEYS, accessKeySecret: 7 }],
    ['a token that no header can hold', { ...KEYS, securityToken: 'a\nb' }],
    ['a token that is no text', { ...KEYS, securityToken: 7 }],
    ['a name that no header can hold', { ...KEYS, providerName: 'a\r\nb' }],
  ])('that cannot be used prove that nothing was sent: %s', async (_, credentials) => {
    expect(await failureOf(obtain(credentials))).toMatchObject({
      reason: 'credentials',
      outcome: 'not-sent',
    });
  });

  it('are missing, and the call says why', async () => {
    const error = await failureOf(obtainCredentials(new MissingCredentials('Give an account')));
    expect(error).toMatchObject({ reason: 'credentials', outcome: 'not-sent' });
    expect(error.message).toMatch(/^Give an account/);
  });

  class VaultProvider {
    constructor(readonly thrown: unknown) {}

    async getCredential(): Promise<never> {
      throw this.thrown;
    }
  }

  it.each<[unknown, string]>([
    [new RangeError('LTAI5tKey'), 'RangeError'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
    [{ code: 'InvalidAccessKeyId.NotFound' }, 'InvalidAccessKeyId.NotFound'],
    [{ code: 'LTAI5tKey' }, 'no reason given'],
    [{ code: 'E: LTAI', name: 'a b' }, 'no reason given'],
    [{ code: 'E'.repeat(61) }, 'no reason given'],
    [undefined, 'no reason given'],
    ['LTAI', 'no reason given'],
  ])('that cannot be had show the kind of %j only', async (thrown, kind) => {
    const error = await failureOf(obtainCredentials(new VaultProvider(thrown)));
    expect(error.message).toMatch(`The credential provider VaultProvider failed (${kind})`);
    expect(error.message).not.toContain('LTAI');
  });

  it('that cannot be had name a provider without a class as what it is', async () => {
    const error = await failureOf(obtain(undefined));
    expect(error.message).toContain('The credential provider given as credential gave no usable');
  });
});
