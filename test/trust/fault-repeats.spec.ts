import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:tls';
import type { AliyunSmsRootOptions } from 'nestjs-aliyun-sms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from '../support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from '../support/misbehaving-server.js';
import { refusal } from './support/answers.js';
import { CleanUp, ending, stand } from './support/stand.js';

const EARLY = 3;
const QUICK = { attempts: 3, baseDelay: 1, maxDelay: 2 };
const THROTTLED = refusal('Throttling.User');

describe('what is repeated, and how often', () => {
  const cleanUp = new CleanUp();
  // Node tells of each socket that is made: a count that our code has no part in.
  const failedPorts: number[] = [];
  let onFailed = () => {};
  const onSocket = (message: unknown) =>
    void (message as { socket: Socket }).socket.once('error', (error: { port?: number }) => {
      failedPorts.push(error.port!);
      onFailed();
    });
  const sockets = channel('net.client.socket');

  beforeEach(() => sockets.subscribe(onSocket));
  afterEach(async () => {
    sockets.unsubscribe(onSocket);
    failedPorts.length = 0;
    onFailed = () => {};
    await cleanUp.run();
  });

  async function standAt(misbehave: Misbehaviour, options: Partial<AliyunSmsRootOptions>) {
    const arrivals: number[] = [];
    const server = cleanUp.add(
      await startMisbehavingServer((socket, head, nth) => {
        arrivals.push(performance.now());
        misbehave(socket, head, nth);
      }),
    );
    return { server, arrivals, ...(await stand(cleanUp, server.url, options)) };
  }

  it.each([
    ['false', false, 1],
    ['attempts: 1', { ...QUICK, attempts: 1 }, 1],
    ['attempts: 2', { ...QUICK, attempts: 2 }, 2],
    ['the default of 3', { baseDelay: 1 }, 3],
    ['attempts: 7', { ...QUICK, attempts: 7 }, 7],
  ] as const)('throttling makes as many requests as %s says', async (_, retry, requests) => {
    const { sms, server, events } = await standAt((socket) => respond(socket, 429, THROTTLED), {
      retry,
    });
    const { error } = await ending(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46002, aliyunCode: 'Throttling.User' });
    expect(server.requests).toHaveLength(requests);
    expect(events).toMatchObject([{ outcome: 'refused', attempts: requests }]);
  });

  it('sends under one outId, and signs each request anew', async () => {
    const { sms, server } = await standAt(
      (socket, _, nth) => respond(socket, nth < 3 ? 429 : 200, nth < 3 ? THROTTLED : ACCEPTED),
      { retry: QUICK },
    );
    const result = await sms.sendMessage(LOGIN_CODE);
    const part = (pattern: RegExp) =>
      new Set(server.requests.map((request) => pattern.exec(request)![1]));
    expect([...part(/OutId=([\w-]+)/)]).toEqual([result.outId]);
    expect(part(/x-acs-signature-nonce: (\S+)/i).size).toBe(3);
    expect(part(/Signature=(\w+)/i).size).toBe(3);
  });

  it.each(['unknown', 'refused'])('stops at the first answer that is %s', async (end) => {
    const { sms, server } = await standAt(
      (socket, _, nth) => {
        if (nth === 1) respond(socket, 429, THROTTLED);
        else if (end === 'refused') respond(socket, 200, refusal('isv.AMOUNT_NOT_ENOUGH'));
        else socket.resetAndDestroy();
      },
      { retry: { ...QUICK, attempts: 9 } },
    );
    const { error } = await ending(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject(end === 'refused' ? { code: 46002 } : { outcome: 'unknown' });
    expect(server.requests).toHaveLength(2);
  });

  it('waits as long as x-acs-retry-after says', async () => {
    const { sms, arrivals } = await standAt(
      (socket, _, nth) =>
        nth < 3
          ? respond(socket, 429, THROTTLED, { 'x-acs-retry-after': '150' })
          : respond(socket, 200, ACCEPTED),
      { retry: QUICK },
    );
    await sms.sendMessage(LOGIN_CODE);
    expect(arrivals).toHaveLength(3);
    expect(arrivals[1]! - arrivals[0]!).toBeGreaterThanOrEqual(150 - EARLY);
    expect(arrivals[2]! - arrivals[1]!).toBeGreaterThanOrEqual(150 - EARLY);
  });

  it.each(['60000', '4000', '1e999'])(
    'does not begin to wait for %s ms, which is past the deadline',
    async (pause) => {
      const { sms, server } = await standAt(
        (socket) => respond(socket, 429, THROTTLED, { 'x-acs-retry-after': pause }),
        { timeout: 3000, retry: { attempts: 2, baseDelay: 1, maxDelay: 1 } },
      );
      const { error, ms } = await ending(sms.sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({ code: 46002, aliyunCode: 'Throttling.User' });
      expect(ms).toBeLessThan(2900);
      // What is no number of milliseconds is as good as no header.
      expect(server.requests).toHaveLength(pause === '1e999' ? 2 : 1);
    },
  );

  it('never goes past the deadline with all its pauses', async () => {
    const { sms, server } = await standAt((socket) => respond(socket, 429, THROTTLED), {
      timeout: 300,
      retry: { attempts: 1000, baseDelay: 40, maxDelay: 40 },
    });
    const { error, ms } = await ending(sms.sendMessage(LOGIN_CODE));
    // Nearly always the refusal; the deadline where it falls between writing and answer.
    expect(error!.code === 46002 || (error as { reason?: string }).reason === 'deadline').toBe(
      true,
    );
    expect(ms).toBeLessThan(2000);
    expect(server.requests.length).toBeGreaterThan(2);
    expect(server.requests.length).toBeLessThan(1000);
  });

  it('an abort ends the pause at once, with what the last attempt has proven', async () => {
    const { sms, server } = await standAt(
      (socket) => respond(socket, 429, THROTTLED, { 'x-acs-retry-after': '5000' }),
      { timeout: 8000 },
    );
    const controller = new AbortController();
    const sending = ending(sms.sendMessage({ ...LOGIN_CODE, signal: controller.signal }));
    while (server.requests.length === 0) await new Promise(setImmediate);
    setTimeout(() => controller.abort(), 50);
    const { error, ms } = await sending;
    expect(error).toMatchObject({ code: 46002, aliyunCode: 'Throttling.User' });
    expect(ms).toBeLessThan(4500);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [3, QUICK],
    [1, false],
    [5, { ...QUICK, attempts: 5 }],
  ] as const)('a refused connection is tried %i times', async (attempts, retry) => {
    const port = await freePort();
    const { sms, events } = await stand(cleanUp, `http://127.0.0.1:${port}`, { retry });
    const { error } = await ending(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, reason: 'connect', outcome: 'not-sent' });
    expect(failedPorts.filter((failed) => failed === port)).toHaveLength(attempts);
    expect(events).toMatchObject([{ outcome: 'not-sent', attempts }]);
  });

  it('a server that comes back meanwhile gets the message once', async () => {
    const port = await freePort();
    const received: string[] = [];
    const late = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data: Buffer) => {
        received.push(data.toString('latin1'));
        respond(socket, 200, ACCEPTED);
      });
    });
    onFailed = () => {
      onFailed = () => {};
      late.listen(port, '127.0.0.1');
    };
    const { sms } = await stand(cleanUp, `http://127.0.0.1:${port}`, {
      retry: { attempts: 50, baseDelay: 20, maxDelay: 20 },
    });
    await sms.sendMessage(LOGIN_CODE);
    expect(received).toHaveLength(1);
    cleanUp.add({ close: () => late.close() });
  });

  it('a name that does not resolve is tried as often, and nothing leaves', async () => {
    const { sms, events } = await stand(cleanUp, 'https://no-such-host.invalid', { retry: QUICK });
    const { error } = await ending(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, reason: 'dns', outcome: 'not-sent' });
    expect(events).toMatchObject([{ outcome: 'not-sent', attempts: 3 }]);
  });

  describe('over TLS', () => {
    const pem = (name: string) =>
      readFileSync(new URL(`../support/tls/${name}.pem`, import.meta.url));

    async function sendTo(server: Server, options: Partial<AliyunSmsRootOptions> = {}) {
      const sockets = new Set<Socket>();
      server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      cleanUp.add({
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((resolve) => server.close(resolve));
        },
      });
      const { port } = server.address() as AddressInfo;
      const { sms } = await stand(cleanUp, `https://127.0.0.1:${port}`, {
        retry: QUICK,
        ...options,
      });
      const { error } = await ending(sms.sendMessage(LOGIN_CODE));
      return { error, connections: sockets.size };
    }

    it.each([
      [
        'a certificate that nobody trusts',
        () => createTlsServer({ cert: pem('cert'), key: pem('key') }),
      ],
      ['no certificate at all', () => createTlsServer({})],
      [
        'plain HTTP',
        () => createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      ],
    ])('%s: not sent, and not repeated', async (_, create) => {
      const { error, connections } = await sendTo(create());
      expect(error).toMatchObject({ code: 46003, reason: 'tls', outcome: 'not-sent' });
      expect(connections).toBe(1);
    });

    it('a certificate for another name: not sent, and not repeated', async () => {
      const [cert, key] = ['cert', 'key'].map((part) =>
        readFileSync(new URL(`./support/tls/other-name.${part}.pem`, import.meta.url)),
      );
      const { error, connections } = await sendTo(createTlsServer({ cert, key }), { ca: cert! });
      expect(error).toMatchObject({ code: 46003, reason: 'tls', outcome: 'not-sent' });
      expect(error!.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
      expect(connections).toBe(1);
    });

    it.each([
      ['closes', (socket: Socket) => socket.end()],
      ['resets', (socket: Socket) => socket.resetAndDestroy()],
    ])('a peer that %s within the handshake: not sent, so repeated', async (_, end) => {
      const server = createServer((socket) => void socket.once('data', () => end(socket)));
      const { error, connections } = await sendTo(server);
      expect(error).toMatchObject({ code: 46003, reason: 'connect', outcome: 'not-sent' });
      expect(connections).toBe(3);
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
