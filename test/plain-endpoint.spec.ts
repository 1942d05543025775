import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boot, bootInstance, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const PLAIN: [string, () => Server][] = [
  ['answers in http', () => createHttpServer((_, response) => response.end('x'))],
  ['greets first', () => rawServer((socket) => void socket.write('220 mail ESMTP hello\r\n'))],
  [
    'answers in bytes that look like TLS',
    () => rawServer((socket) => void socket.end(Buffer.from([0x16, 3, 1, 0xff, 0xff, 0, 0, 0]))),
  ],
];

function rawServer(onConnection: (socket: Socket) => void): Server {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => onConnection(socket));
  });
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an endpoint in plain http', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it.each(PLAIN)('is named as such where it %s to a TLS handshake', async (_, make) => {
    const server = make();
    const host = await listen(server);
    const { sms, app } = await bootInstance(`https://${host}`, { retry: false });
    const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ reason: 'tls', outcome: 'not-sent' });
    expect(error.message).toMatch(/answered in plain http.*insecure: true/);
    expect(error.message).not.toMatch(/check the certificates/);
    await app.close();
    server.close();
  });

  it('does not blame the certificates of a server that closes at once', async () => {
    const server = createServer((socket) => socket.destroy());
    const { sms, app } = await bootInstance(`https://${await listen(server)}`, { retry: false });
    const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ reason: 'connect', outcome: 'not-sent' });
    await app.close();
    server.close();
  });

  it('is refused beyond loopback, by a text that names the option', async () => {
    const error = await rejectionOf(bootInstance('http://emulator:44931'));
    expect(error.message).toMatch(
      /endpoint "http:\/\/emulator:44931" is plain http.*insecure: true/,
    );
    for (const insecure of [false, undefined]) {
      await expect(bootInstance('http://emulator:44931', { insecure })).rejects.toThrow(
        /plain http/,
      );
    }
    await expect(
      bootInstance('http://emulator:44931', { insecure: 'yes' as never }),
    ).rejects.toThrow(/insecure must be true or false/);
  });

  it.each([
    'http://dysmsapi.aliyuncs.com',
    'http://DysmsApi.ALIYUNCS.com:80',
    'http://dysmsapi.aliyuncs.com.',
    'http://dysmsapi.ap-southeast-1.aliyuncs.com:8080',
    'http://aliyuncs.com',
    'http://dysmsapi．aliyuncs．com',
    'http://dysmsapi%2ealiyuncs%2ecom',
  ])('is refused for %s also with insecure: true', async (endpoint) => {
    const error = await rejectionOf(bootInstance(endpoint, { insecure: true }));
    expect(error.message).toMatch(/plain http.*use https, which Aliyun has everywhere/);
  });

  it('is used with insecure: true, inherited, and warned of once', async () => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    if (address === undefined) return;
    const emulator = await AliyunSmsEmulator.start({ accounts: [KEYS], host: '0.0.0.0' });
    const endpoint = `http://${address}:${new URL(emulator.url).port}`;
    const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        endpoint,
        insecure: true,
        verifySign: '根',
        logging: false,
      }),
      AliyunSmsModule.forFeature({ name: 'login' }),
    );
    const warnings = warn.mock.calls.map(([text]) => String(text));
    expect(warnings.filter((text) => /unencrypted/.test(text))).toHaveLength(1);
    expect(warnings.join()).toContain(endpoint);
    await app.get(SmsRegistry).get('login').sendMessage(LOGIN_CODE);
    expect(emulator.messages()).toHaveLength(1);
    await app.close();
    await emulator.close();
  });

  it('can be set by the environment', () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'LTAI5t');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'secret');
    vi.stubEnv('ALIYUN_SMS_ENDPOINT', 'http://emulator:44931');
    vi.stubEnv('ALIYUN_SMS_INSECURE', 'true');
    expect(aliyunSmsConfig()).toMatchObject({ endpoint: 'http://emulator:44931', insecure: true });
  });
});
