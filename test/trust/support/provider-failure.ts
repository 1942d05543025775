import type { AliyunCredentials } from 'nestjs-aliyun-sms';
import type { Mark } from './marked-message.js';
import type { Draw } from './random-text.js';

const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A credential provider that fails, with secrets in all that it says. */
export interface ProviderFailure {
  getCredential(): Promise<AliyunCredentials>;
  marks: Mark[];
}

export function drawProviderFailure(draw: Draw): ProviderFailure {
  const secret = `${draw.text(SECRET, 12)}7${draw.text(SECRET, 12)}`;
  const marks = [{ what: 'secret of the provider', value: secret }];
  const cause = new Error(`cause ${secret}`, { cause: new Error(`deep ${secret}`) });
  const fail = draw.from<() => unknown>([
    () => new Error(`vault down, token ${secret}`, { cause }),
    () => Object.assign(new Error('x'), { name: `VaultError ${secret}` }),
    () => Object.assign(new Error('x'), { name: secret }),
    () => Object.assign(new Error('x'), { code: secret }),
    () => Object.assign(new Error('x'), { code: `E_${secret}`, data: { secret } }),
    () => new AggregateError([cause], secret),
    () => secret,
    () => ({ secret, message: secret, name: secret, code: secret }),
    () => undefined,
    () => null,
  ]);
  const answer = draw.from<() => unknown>([
    () => undefined,
    () => secret,
    () => ({ accessKeyId: '', accessKeySecret: secret }),
    () => ({ accessKeyId: secret }),
    () => ({ accessKeyId: { secret }, accessKeySecret: secret }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: { secret } }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: [secret] }),
    () => ({ accessKeyId: `LTAI\n${secret}`, accessKeySecret: secret }),
    () => ({ accessKeyId: `密${secret}`, accessKeySecret: secret }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: 'x', securityToken: `${secret}\r\nx: y` }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: 'x', securityToken: { secret } }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: 'x', providerName: `${secret}\n` }),
    () => ({ accessKeyId: 'LTAI', accessKeySecret: 'x', providerName: 5 }),
  ]);
  const way = draw.below(3);
  return {
    marks,
    getCredential: () => {
      if (way === 0) throw fail();
      return way === 1
        ? Promise.reject(fail() as Error)
        : Promise.resolve(answer() as AliyunCredentials);
    },
  };
}
