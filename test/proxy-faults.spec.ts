import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { AliyunSms, type AliyunSmsRootOptions } from 'nestjs-aliyun-sms';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bootInstance, LOGIN_CODE, rejectionOf } from './support/app.js';

const ENDPOINT = 'https://aliyun.test:44300';

/** What a proxy does with a connection. */
type Proxy = (socket: Socket) => void;

const answers =
  (head: string): Proxy =>
  (socket) =>
    void socket.once('data', () => socket.end(`HTTP/1.1 ${head}\r\n\r\n`));

const FAULTS: [string, Proxy, RegExp][] = [
  [
    'asks for a password',
    answers('407 Proxy Authentication Required'),
    /user and password \(HTTP 407\)/,
  ],
  [
    'forbids the host',
    answers('403 Forbidden'),
    /did not connect to aliyun\.test:44300 \(HTTP 403\)/,
  ],
  ['cannot reach the host', answers('502 Bad Gateway'), /did not connect to .* \(HTTP 502\)/],
  ['closes at once', (socket) => socket.destroy(), /No connection to the proxy/],
  ['closes at CONNECT', (socket) => void socket.once('data', () => socket.destroy()), /proxy/],
  ['speaks another protocol', (socket) => void socket.write('SSH-2.0-x\r\n'), /proxy/],
  ['answers nothing', () => {}, /No connection to the proxy \(ETIMEDOUT\)/],
];

describe('a fault of the proxy', () => {
  const sockets = new Set<Socket>();
  let proxy: Proxy;
  let server: Server;
  let url: string;
  let app: INestApplicationContext | undefined;

  beforeEach(async () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) {
      vi.stubEnv(name, undefined);
    }
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      proxy(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://me:s3cret@127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await app?.close();
    app = undefined;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.close();
  });

  async function start(options: Partial<AliyunSmsRootOptions> = {}): Promise<AliyunSms> {
    const booted = await bootInstance(ENDPOINT, { proxy: url, timeout: 900, ...options });
    app = booted.app;
    return booted.sms;
  }

  /** The text of an error that blames the proxy and shows nothing of it. */
  function blameOf(error: Error): string {
    expect(error).toMatchObject({ code: 46003, reason: 'proxy', outcome: 'not-sent' });
    expect(error.message).toMatch(/option proxy, or HTTPS_PROXY/);
    expect(JSON.stringify(error) + String(error.stack)).not.toMatch(/s3cret|me:|127\.0\.0\.1/);
    return error.message;
  }

  it.each(FAULTS)('is told where it %s, and nothing was sent', async (_, fault, text) => {
    proxy = fault;
    const sms = await start();
    expect(blameOf(await rejectionOf(sms.sendMessage(LOGIN_CODE)))).toMatch(text);
  });

  it.each([
    ['cannot be reached', 'http://me:s3cret@127.0.0.1:1', /\(ECONNREFUSED\)/],
    ['has no such name', 'http://me:s3cret@proxy.invalid:3128', /\((ENOTFOUND|EAI_AGAIN)\)/],
    ['speaks no TLS', 'https', /\(ERR_SSL_WRONG_VERSION_NUMBER\)/],
  ])('is told where it %s', async (_, address, text) => {
    proxy = answers('400 Bad Request');
    const sms = await start({
      proxy: address === 'https' ? url.replace('http', 'https') : address,
    });
    expect(blameOf(await rejectionOf(sms.sendMessage(LOGIN_CODE)))).toMatch(text);
  });

  it('is told of the proxy of the environment too', async () => {
    proxy = answers('407 Proxy Authentication Required');
    vi.stubEnv('HTTPS_PROXY', url);
    const sms = await start({ proxy: undefined });
    expect(blameOf(await rejectionOf(sms.sendMessage(LOGIN_CODE)))).toMatch(/HTTP 407/);
  });

  it('is told by a bulk send, a ping and an operation of the client', async () => {
    proxy = answers('407 Proxy Authentication Required');
    const sms = await start({ retry: false });
    const bulk: Error[] = [];
    for await (const { error } of sms.sendMessages([LOGIN_CODE, LOGIN_CODE])) bulk.push(error!);
    expect(bulk).toHaveLength(2);
    const { QuerySmsSignListRequest } = await import('@alicloud/dysmsapi20170525');
    const others = [
      sms.ping(),
      sms.client.querySmsSignList(new QuerySmsSignListRequest({ pageIndex: 1, pageSize: 1 })),
    ].map((work) => rejectionOf(work));
    for (const error of [...bulk, ...(await Promise.all(others))]) {
      expect(blameOf(error)).toMatch(/HTTP 407/);
    }
  });
});
