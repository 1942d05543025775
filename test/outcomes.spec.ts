import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { inspect } from 'node:util';
import {
  type AliyunSmsOptions,
  SmsRejectedException,
  SmsRequestException,
} from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { withoutFrames } from './contracts/without-frames.js';
import { bootInstance, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import { freePort } from './support/free-port.js';
import {
  ACCEPTED,
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';
import { blockThread } from './support/thread.js';

const MARKED = {
  phoneList: ['13812345678'],
  params: { code: 'k7Qz9w' },
  verifyTemplateCode: 'SMS_123456789',
};
const SECRETS = ['13812345678', 'k7Qz9w', KEYS.accessSecret];

describe('what an answer, or its absence, proves', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  async function sendTo(misbehave: Misbehaviour, options: Partial<AliyunSmsOptions> = {}) {
    const server = await startMisbehavingServer(misbehave);
    const { sms, app } = await bootInstance(server.url, options);
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    return { server, sms, error: await rejectionOf<SmsRequestException>(sms.sendMessage(MARKED)) };
  }

  const unknown: [string, Misbehaviour][] = [
    ['a reset before the answer', (socket) => socket.resetAndDestroy()],
    ['a close before the answer', (socket) => socket.end()],
    ['a reset within the answer', (socket) => partial(socket, () => socket.resetAndDestroy())],
    ['an answer that ends too early', (socket) => partial(socket, () => socket.end())],
    ['bytes that are not HTTP', (socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n')],
    ['an HTML 502', (socket) => respond(socket, 502, '<html>Bad Gateway</html>', {})],
    ['an HTML 200', (socket) => respond(socket, 200, '<html>captcha</html>', {})],
    ['an empty 200', (socket) => respond(socket, 200, '')],
    ['an empty 400', (socket) => respond(socket, 400, '')],
    ['a 204', (socket) => respond(socket, 204, '')],
    ['a redirect', (socket) => respond(socket, 302, '', { location: 'http://127.0.0.1:1/' })],
    [
      'a redirect with an answer of Aliyun',
      (socket) => respond(socket, 307, ACCEPTED, { location: 'http://127.0.0.1:1/' }),
    ],
    [
      'a redirect with a refusal',
      (socket) => respond(socket, 308, refusalBody('isv.MOBILE_NUMBER_ILLEGAL')),
    ],
    [
      'a redirect with a throttling code',
      (socket) => respond(socket, 302, refusalBody('Throttling.User')),
    ],
    ['a 400 with null', (socket) => respond(socket, 400, 'null')],
    ['a JSON array', (socket) => respond(socket, 200, '[]')],
    ['a JSON string', (socket) => respond(socket, 200, '"OK"')],
    ['an answer without a Code', (socket) => respond(socket, 200, '{"RequestId":"R"}')],
    ['a Code that is no string', (socket) => respond(socket, 200, '{"Code":{}}')],
    ['an OK without a BizId', (socket) => respond(socket, 200, '{"Code":"OK"}')],
    [
      'an OK with a BizId of a wrong type',
      (socket) => respond(socket, 200, '{"Code":"OK","BizId":{}}'),
    ],
    ['a JSON 500', (socket) => respond(socket, 500, refusalBody('InternalError'))],
    ['a 503', (socket) => respond(socket, 503, refusalBody('ServiceUnavailable'))],
    ['isp.SYSTEM_ERROR', (socket) => respond(socket, 200, refusalBody('isp.SYSTEM_ERROR'))],
    ['isp.GATEWAY_ERROR', (socket) => respond(socket, 200, refusalBody('isp.GATEWAY_ERROR'))],
    ['an unknown isp code', (socket) => respond(socket, 200, refusalBody('isp.NEW_ERROR'))],
    ['an endless answer', (socket) => endless(socket)],
  ];

  it.each(unknown)(
    '%s leaves the outcome unknown, and nothing is repeated',
    async (_, misbehave) => {
      const { error, server } = await sendTo(misbehave);
      expect(error).toBeInstanceOf(SmsRequestException);
      expect(error).toMatchObject({ code: 46003, outcome: 'unknown', instance: 'default' });
      expect(error.outId).toMatch(/^[0-9a-f-]{36}$/);
      expect(server.requests).toHaveLength(1);
      expectNoLeak(error);
    },
  );

  const refused: [string, Misbehaviour, string][] = [
    [
      'isv.SMS_SIGNATURE_ILLEGAL',
      (s) => respond(s, 200, refusalBody('isv.SMS_SIGNATURE_ILLEGAL')),
      'isv.SMS_SIGNATURE_ILLEGAL',
    ],
    [
      'an unknown isv code',
      (s) => respond(s, 200, refusalBody('isv.SOMETHING_NEW')),
      'isv.SOMETHING_NEW',
    ],
    [
      'isp.RAM_PERMISSION_DENY',
      (s) => respond(s, 200, refusalBody('isp.RAM_PERMISSION_DENY')),
      'isp.RAM_PERMISSION_DENY',
    ],
    [
      'a wrong signature',
      (s, head) =>
        respond(
          s,
          400,
          refusalBody(
            'SignatureDoesNotMatch',
            `Specified signature does not match. server StringToSign is [ACS3-HMAC-SHA256\nff] server CanonicalRequest is [${head}]`,
          ),
        ),
      'SignatureDoesNotMatch',
    ],
    [
      'an unknown key',
      (s) => respond(s, 404, refusalBody('InvalidAccessKeyId.NotFound')),
      'InvalidAccessKeyId.NotFound',
    ],
    [
      'throttling with 429',
      (s) => respond(s, 429, refusalBody('Throttling.User')),
      'Throttling.User',
    ],
    [
      'throttling with 503',
      (s) => respond(s, 503, refusalBody('Throttling.Api')),
      'Throttling.Api',
    ],
    [
      'a code of a proven kind that nobody has listed',
      (s) => respond(s, 400, refusalBody('Unsupported.NewThing')),
      'Unsupported.NewThing',
    ],
    [
      'a proven kind without a further word',
      (s) => respond(s, 403, refusalBody('Forbidden')),
      'Forbidden',
    ],
    [
      'a proven kind with a name of its own',
      (s) => respond(s, 400, refusalBody('IllegalTimestamp')),
      'IllegalTimestamp',
    ],
    ['an unknown isv. code', (s) => respond(s, 200, refusalBody('isv.NEW_RULE')), 'isv.NEW_RULE'],
    [
      'lower-case keys',
      (s) => respond(s, 400, '{"code":"MissingSignName","message":"m","requestId":"r"}'),
      'MissingSignName',
    ],
  ];

  it.each(refused)('%s is a refusal', async (_, misbehave, aliyunCode) => {
    const { error } = await sendTo(misbehave);
    expect(error).toBeInstanceOf(SmsRejectedException);
    expect(error).toMatchObject({ code: 46002, aliyunCode, instance: 'default' });
    expect((error as unknown as SmsRejectedException).remedy.length).toBeGreaterThan(10);
    expectNoLeak(error);
  });

  it.each([
    ['no Code', 400, '{"RequestId":"R-9"}'],
    ['ServiceTimeout', 400, refusalBody('ServiceTimeout')],
    ['UnknownError', 400, refusalBody('UnknownError')],
    ['RequestTimeout', 408, refusalBody('RequestTimeout')],
    ['a code of no kind', 403, refusalBody('Something.Else')],
    ['an isv. code that nobody has listed', 400, refusalBody('isv.NEW_RULE')],
    ['a word that only begins like a refusal', 400, refusalBody('Invalidated')],
    ['a word that only begins like a refusal', 400, refusalBody('Signatures.Lost')],
    ['a word that only begins like a refusal', 400, refusalBody('Throttlings')],
    ['a refusal that names a time-out', 400, refusalBody('InvalidResponse.Timeout')],
    ['a refusal that names a time-out', 408, refusalBody('ForbiddenServiceTimeout')],
    ['a refusal that names a failure', 400, refusalBody('Unsupported.InternalError')],
    ['a nonce that came twice', 400, refusalBody('SignatureNonceUsed.Again')],
    ['a refusal in lower case', 400, refusalBody('invalidparameter')],
    ['a code of no kind', 404, refusalBody('Reinvalid.Key')],
    ['a refusal by its name', 500, refusalBody('InvalidParameter')],
    ['an unknown code', 200, refusalBody('InternalOops')],
  ])('%s with HTTP %i proves nothing', async (_, status, body) => {
    const { error } = await sendTo((socket) => respond(socket, status, body));
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown' });
    expectNoLeak(error);
  });

  it('a refusal that quotes the message shows none of its values', async () => {
    const { error } = await sendTo((socket, head) =>
      respond(
        socket,
        200,
        refusalBody('isv.MOBILE_NUMBER_ILLEGAL', `bad 13812345678 k7Qz9w ${head}`),
      ),
    );
    expect(error).toMatchObject({ aliyunCode: 'isv.MOBILE_NUMBER_ILLEGAL' });
    expectNoLeak(error);
  });

  it('flow control tells when to come back', async () => {
    const { error } = await sendTo((socket) =>
      respond(socket, 200, refusalBody('isv.BUSINESS_LIMIT_CONTROL', '触发分钟级流控Permits:1')),
    );
    expect(error).toMatchObject({ retryAfter: 60, aliyunMessage: '触发分钟级流控Permits:1' });
  });

  it('throttling tells when to come back, by its header in milliseconds', async () => {
    const { error } = await sendTo(
      (socket) =>
        respond(socket, 429, refusalBody('Throttling.User'), { 'x-acs-retry-after': '2500' }),
      { retry: false },
    );
    expect(error).toMatchObject({ retryAfter: 2.5 });
  });

  it('a silent server ends in unknown at the deadline, and its socket is closed', async () => {
    const startedAt = performance.now();
    const { error, server } = await sendTo(() => {}, { timeout: 600 });
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown', reason: 'deadline' });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(595);
    await server.idle();
    expect(server.connections()).toBe(1);
    expectNoLeak(error);
  });

  it('the deadline holds on a reused connection too', async () => {
    const server = await startMisbehavingServer((socket, _, nth) => {
      if (nth === 1) respond(socket, 200, ACCEPTED);
    });
    const { sms, app } = await bootInstance(server.url, { timeout: 1000, connections: 1 });
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    await sms.sendMessage(LOGIN_CODE);
    await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      reason: 'deadline',
      outcome: 'unknown',
    });
    expect(server.requests).toHaveLength(2);
  });

  it('the deadline bounds an answer that trickles', async () => {
    const { error } = await sendTo(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
        const drip = setInterval(() => socket.write(' '), 20);
        socket.on('close', () => clearInterval(drip));
      },
      { timeout: 600 },
    );
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
  });

  it('a call that never got a connection was provably not sent', async () => {
    const server = await startMisbehavingServer(() => {});
    const { sms, app } = await bootInstance(server.url, { timeout: 1000, connections: 1 });
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    const sends = [
      rejectionOf(sms.sendMessage(LOGIN_CODE)),
      rejectionOf(sms.sendMessage(LOGIN_CODE)),
    ];
    while (server.requests.length === 0) await new Promise(setImmediate);
    // Both deadlines pass at once: a second that passes later would get the connection of the first.
    blockThread(1100);
    const [first, second] = await Promise.all(sends);
    expect(first).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
    expect(second).toMatchObject({ reason: 'deadline', outcome: 'not-sent' });
    expect(server.requests).toHaveLength(1);
  });

  it('an aborted call ends at once, its socket too', async () => {
    const controller = new AbortController();
    const server = await startMisbehavingServer(() => controller.abort());
    const { sms, app } = await bootInstance(server.url);
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal: controller.signal }));
    expect(error).toMatchObject({ code: 46003, reason: 'aborted', outcome: 'unknown' });
    await server.idle();
    expect(server.connections()).toBe(1);
  });

  it('a refused connection was not sent', async () => {
    const port = await freePort();
    const { sms, app } = await bootInstance(`http://127.0.0.1:${port}`);
    cleanUp.push(() => app.close());
    const error = await rejectionOf(sms.sendMessage(MARKED));
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'connect' });
    expect(error.message).toContain('ECONNREFUSED');
    expectNoLeak(error);
  });

  it('a name that does not resolve was not sent', async () => {
    const { sms, app } = await bootInstance('https://no-such-host.invalid');
    cleanUp.push(() => app.close());
    const error = await rejectionOf(sms.sendMessage(MARKED));
    expect(error).toMatchObject({ outcome: 'not-sent', reason: 'dns' });
    expectNoLeak(error);
  });

  it('a failed TLS handshake was not sent', async () => {
    const tls = createTlsServer({}).listen(0, '127.0.0.1');
    await new Promise((resolve) => tls.once('listening', resolve));
    const { sms, app } = await bootInstance(
      `https://127.0.0.1:${(tls.address() as AddressInfo).port}`,
    );
    cleanUp.push(
      () => new Promise((resolve) => tls.close(resolve)),
      () => app.close(),
    );
    const error = await rejectionOf(sms.sendMessage(MARKED));
    expect(error).toMatchObject({ outcome: 'not-sent' });
    expectNoLeak(error);
  });

  it('credentials that cannot be had mean that nothing was sent', async () => {
    const credential = {
      getCredential: () => Promise.reject(new Error(`vault down, token ${KEYS.accessSecret}`)),
    };
    const server = await startMisbehavingServer(() => {});
    const { sms, app } = await bootInstance(server.url, {
      accessKey: undefined,
      accessSecret: undefined,
      credential,
    });
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    const error = await rejectionOf(sms.sendMessage(MARKED));
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'credentials' });
    expect(server.requests).toHaveLength(0);
    expectNoLeak(error);
  });

  it('a credential provider that hangs is bounded by the deadline', async () => {
    const credential = { getCredential: () => new Promise<never>(() => {}) };
    const { sms, app } = await bootInstance('http://127.0.0.1:1', {
      accessKey: undefined,
      accessSecret: undefined,
      credential,
      timeout: 100,
    });
    cleanUp.push(() => app.close());
    await expect(sms.sendMessage(MARKED)).rejects.toMatchObject({
      reason: 'deadline',
      outcome: 'not-sent',
    });
  });

  it('a fault of something that was handed in is an unknown outcome, and shows nothing of it', async () => {
    const credential = {
      getCredential: () =>
        Promise.resolve({
          accessKeyId: 'LTAI5tTestKey',
          get accessKeySecret(): string {
            throw new RangeError(`broken ${MARKED.params.code}`);
          },
        }),
    };
    const { sms, app } = await bootInstance('http://127.0.0.1:9', {
      accessKey: undefined,
      accessSecret: undefined,
      credential,
    });
    cleanUp.push(() => app.close());
    const error = await rejectionOf(sms.sendMessage(MARKED));
    expect(error).toMatchObject({ code: 46003, reason: 'internal', outcome: 'unknown' });
    expect(error.message).toContain('RangeError at outcomes.spec.ts');
    expectNoLeak(error);
  });

  it('an application that has shut down sends nothing', async () => {
    const server: MisbehavingServer = await startMisbehavingServer((socket) =>
      respond(socket, 200, ACCEPTED),
    );
    const { sms, app } = await bootInstance(server.url);
    cleanUp.push(() => server.close());
    await sms.sendMessage(LOGIN_CODE);
    await app.close();
    await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({
      reason: 'closed',
      outcome: 'not-sent',
    });
    await server.idle();
    expect(server.requests).toHaveLength(1);
  });
});

function refusalBody(code: string, message = 'a text'): string {
  return JSON.stringify({ Code: code, Message: message, RequestId: 'R-1', HostId: 'h' });
}

function partial(socket: Socket, then: () => void): void {
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${ACCEPTED.slice(0, 20)}`, then);
}

function endless(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\n\r\n');
  const more = () => {
    while (!socket.destroyed && socket.write(' '.repeat(65_536)));
  };
  socket.on('drain', more);
  more();
}

function expectNoLeak(error: Error): void {
  const shown = [
    error.message,
    error.stack,
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
  ].join('\n');
  for (const secret of SECRETS) expect(withoutFrames(shown)).not.toContain(secret);
}
