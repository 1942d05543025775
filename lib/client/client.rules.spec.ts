import { afterEach, describe, expect, it, vi } from 'vitest';
import * as rule from './client.rules.js';

const PROVIDER = { getCredential: async () => ({}) };

describe('the rules of what reaches Aliyun', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([undefined, false, {}, { attempts: 5 }, { attempts: 1, baseDelay: 1, maxDelay: 1 }])(
    'take a retry: %j',
    (retry) => {
      expect(rule.retry(retry, {})).toBeUndefined();
    },
  );

  it.each([
    true,
    null,
    3,
    { attempts: 0 },
    { attempts: '3' },
    { baseDelay: 0 },
    { baseDelay: 1.5 },
    { maxDelay: 0 },
    { maxDelay: NaN },
  ])('refuse a retry: %j', (retry) => {
    expect(rule.retry(retry, {})).toMatchObject({
      text: expect.stringMatching(
        /^must be false, or \{ attempts, baseDelay, maxDelay \}/,
      ) as string,
    });
  });

  it.each([undefined, 'pem', Buffer.from('pem'), ['pem', Buffer.from('pem')]])(
    'take certificates: %j',
    (ca) => {
      expect(rule.ca(ca, {})).toBeUndefined();
    },
  );

  it.each(['', 7, {}, ['pem', ''], ['pem', 7]])('refuse certificates: %j', (ca) => {
    expect(rule.ca(ca, {})).toMatchObject({
      text: expect.stringMatching(/^must be a certificate as PEM/) as string,
    });
  });

  it.each(['http://proxy.example:3128', 'proxy.example:3128', 'https://proxy.example', false])(
    'take a proxy: %s',
    (proxy) => {
      expect(rule.proxy(proxy, {})).toBeUndefined();
    },
  );

  it.each(['', ' ', 'socks5://proxy.example', true, 7, null])('refuse a proxy: %j', (proxy) => {
    expect(rule.proxy(proxy, {})).toMatchObject({
      text: expect.stringMatching(
        /^must be the URL of an http or https proxy.*or false$/,
      ) as string,
    });
  });

  it('look at the proxy of the environment only where it would be used', () => {
    vi.stubEnv('https_proxy', 'socks5://user:password@proxy.example');
    const issue = rule.proxy(undefined, {});
    expect(issue).toMatchObject({ sentence: expect.stringMatching(/^HTTPS_PROXY of the env/) });
    expect(JSON.stringify(issue)).not.toContain('password');
    expect(rule.proxy(undefined, { endpoint: 'https://sms.example' })).toBeDefined();
    expect(rule.proxy(undefined, { endpoint: '127.0.0.1:3001' })).toBeUndefined();
    expect(rule.proxy(undefined, { endpoint: 'not a host' })).toBeUndefined();
    expect(rule.proxy(undefined, { endpoint: 7 })).toBeUndefined();
    expect(rule.proxy(false, {})).toBeUndefined();
    vi.stubEnv('https_proxy', 'http://proxy.example:3128');
    expect(rule.proxy(undefined, {})).toBeUndefined();
  });

  it('take credentials of a provider or of the default chain, without a key beside', () => {
    const given = [undefined, 'default', PROVIDER];
    expect(given.map((each) => rule.credential(each, {}))).toEqual(given.map(() => undefined));
    expect(rule.credential(undefined, { accessKey: 'k' })).toBeUndefined();
    expect(rule.credential(PROVIDER, { accessKey: 'k' })).toMatchObject({
      text: expect.stringMatching(/^and accessKey exclude/) as string,
    });
    expect(rule.credential('default', { accessKey: 'k' })).toMatchObject({
      text: expect.stringMatching(/^and accessKey exclude/) as string,
    });
  });

  it.each([null, {}, 'other', { getCredential: 'k' }])('refuse credentials: %j', (credential) => {
    expect(rule.credential(credential, {})).toMatchObject({
      text: expect.stringMatching(/^must be an object with getCredential\(\)/) as string,
    });
  });

  it('take a host or a URL as endpoint', () => {
    expect(rule.endpoint(undefined, {})).toBeUndefined();
    expect(rule.endpoint('sms.example', {})).toBeUndefined();
    for (const value of ['', 7, null]) {
      expect(rule.endpoint(value, {})).toMatchObject({ text: 'must be a host or a URL' });
    }
    expect(rule.endpoint('ftp://x', {})).toMatchObject({
      sentence: expect.stringContaining('is not a host'),
    });
  });
});
