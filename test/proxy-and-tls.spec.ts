import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutFrames } from './contracts/without-frames.js';
import { bootInstance, LOGIN_CODE, rejectionOf } from './support/app.js';
import { ACCEPTED } from './support/misbehaving-server.js';

const pem = (name: string) => readFileSync(new URL(`./support/tls/${name}.pem`, import.meta.url));
const ca = pem('cert');

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

describe('proxy and TLS', () => {
  const aliyun = createHttpsServer({ cert: ca, key: pem('key') }, (_, response) =>
    response.end(ACCEPTED),
  );
  const proxy = createHttpServer();
  const tunnels: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  let answer: 'tunnel' | 'refuse' | 'redirect' | 'close' | 'hang' = 'tunnel';
  let endpoint: string;
  let proxyUrl: string;

  beforeAll(async () => {
    endpoint = `https://127.0.0.1:${await listen(aliyun)}`;
    proxy.on('connection', (socket: Socket) => sockets.add(socket));
    proxy.on('connect', (request, client: Socket) => {
      tunnels.push(request.url!);
      authorizations.push(request.headers['proxy-authorization']);
      client.on('error', () => {});
      if (answer === 'close') return client.destroy();
      if (answer === 'refuse')
        return client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      if (answer === 'redirect')
        return client.end(`HTTP/1.1 307 Go\r\nlocation: ${endpoint}/\r\ncontent-length: 0\r\n\r\n`);
      if (answer === 'hang') return;
      const [host, port] = request.url!.split(':');
      const upstream = connect(Number(port), host === 'aliyun.test' ? '127.0.0.1' : host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
    });
    proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
  });
  beforeEach(() => {
    answer = 'tunnel';
    tunnels.length = authorizations.length = 0;
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'])
      vi.stubEnv(name, undefined);
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    aliyun.closeAllConnections();
    await Promise.all(
      [aliyun, proxy].map((server) => new Promise((resolve) => server.close(resolve))),
    );
  });

  it('trusts an authority of its own', async () => {
    const { sms, app } = await bootInstance(endpoint, { ca });
    await expect(sms.sendMessage(LOGIN_CODE)).resolves.toMatchObject({ code: 'OK' });
    await app.close();
  });

  it('does not send to a server that it cannot trust', async () => {
    const { sms, app } = await bootInstance(endpoint);
    await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      reason: 'tls',
      outcome: 'not-sent',
    });
    await app.close();
  });

  it('goes through the proxy that is given, over a tunnel, with its user and password', async () => {
    const { sms, app } = await bootInstance(endpoint, {
      ca,
      proxy: proxyUrl.replace('//', '//me:pass@'),
    });
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage(LOGIN_CODE);
    expect(new Set(tunnels)).toEqual(new Set([new URL(endpoint).host]));
    expect(authorizations[0]).toBe(`Basic ${Buffer.from('me:pass').toString('base64')}`);
    await app.close();
  });

  it('takes the proxy of the environment, except for loopback', async () => {
    vi.stubEnv('HTTPS_PROXY', proxyUrl);
    const aliyunTest = endpoint.replace('127.0.0.1', 'aliyun.test');
    // The certificate is not for this name: that the tunnel was asked for is what counts.
    const { sms, app } = await bootInstance(aliyunTest, { ca, retry: false });
    await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(tunnels).toEqual([new URL(aliyunTest).host]);
    await app.close();

    const local = await bootInstance(endpoint, { ca });
    await local.sms.sendMessage(LOGIN_CODE);
    expect(tunnels).toHaveLength(1);
    await local.app.close();
  });

  it.each(['environment', 'option'])('assumes http where the %s names no scheme', async (place) => {
    const bare = proxyUrl.replace('http://', '');
    if (place === 'environment') vi.stubEnv('HTTPS_PROXY', bare);
    const aliyunTest = endpoint.replace('127.0.0.1', 'aliyun.test');
    const option = place === 'option' ? { proxy: bare } : {};
    const { sms, app } = await bootInstance(aliyunTest, { ca, retry: false, ...option });
    await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(tunnels).toEqual([new URL(aliyunTest).host]);
    await app.close();
  });

  it.each(['socks5://me:pass@127.0.0.1:1', 'http://', 'ftp://127.0.0.1', 'http://a b', 'me:pass@'])(
    'refuses %s as a proxy, of the environment as of the options, and shows nothing of it',
    async (proxy) => {
      const option = await rejectionOf(bootInstance('https://aliyun.test:1', { proxy }));
      expect(option.message).toMatch(/proxy must be the URL of an http or https proxy/);
      vi.stubEnv('HTTPS_PROXY', proxy);
      const environment = await rejectionOf(bootInstance('https://aliyun.test:1'));
      expect(environment).toMatchObject({ name: 'SmsConfigurationError' });
      expect(environment.message).toMatch(/HTTPS_PROXY of the environment must be the URL/);
      expect(option.message + environment.message).not.toMatch(/me:pass|ftp:/);
      for (const ours of [{ proxy: false as const }, { proxy: proxyUrl }]) {
        await (await bootInstance('https://aliyun.test:1', ours)).app.close();
      }
      await (await bootInstance('http://127.0.0.1:1')).app.close();
    },
  );

  it.each([
    ['NO_PROXY names the host', { NO_PROXY: 'other.cn,.test' }, undefined],
    ['proxy is false', {}, false as const],
  ])('goes straight where %s', async (_, env, option) => {
    vi.stubEnv('HTTPS_PROXY', proxyUrl);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const { sms, app } = await bootInstance('https://aliyun.test:1', {
      proxy: option,
      retry: false,
    });
    await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      reason: 'dns',
      outcome: 'not-sent',
    });
    expect(tunnels).toHaveLength(0);
    await app.close();
  });

  it.each(['refuse', 'redirect', 'close', 'hang'] as const)(
    'proves that nothing was sent where the proxy does: %s',
    async (does) => {
      answer = does;
      const { sms, app } = await bootInstance(endpoint, {
        ca,
        timeout: 600,
        proxy: proxyUrl.replace('//', '//me:s3cret@'),
      });
      const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
      expect(JSON.stringify(error) + withoutFrames(error.stack!)).not.toContain('s3cret');
      expect(tunnels.length).toBeLessThanOrEqual(3);
      await app.close();
    },
  );
});
