import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { http, rawCall } from './support/raw-call.js';
import { sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

/** The same numbers in every run, so that a failure can be met again. */
function randomBytes(seed: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

const SEND = { SignName: '甲', TemplateCode: 'SMS_1' };
const MIB = 1024 * 1024;

describe('Hostile input', { timeout: 60_000 }, () => {
  const used = useEmulator();

  async function goesOnServing() {
    expect((await used.sdk.sendSms(sendSmsRequest())).body!.code).toBe('OK');
  }

  function open(): Socket {
    const [host, port] = used.emulator.endpoint.split(':');
    return connect(Number(port), host).on('error', () => {});
  }

  /** What comes back until the connection is closed. */
  async function exchange(bytes: string | Buffer): Promise<string> {
    const socket = open();
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.end(bytes);
    await once(socket, 'close');
    return text;
  }

  it('answers random bytes with 400 or closes', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      expect(await exchange(randomBytes(seed, seed * 7))).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    }
    await goesOnServing();
  });

  it('answers random bytes in a well-formed request with 4xx', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const body = randomBytes(seed, 500).toString('latin1');
      const answer = await http(
        used.emulator,
        'POST',
        `/?Action=SendSms&AccessKeyId=x&Junk=${encodeURIComponent(body)}`,
        {
          host: used.emulator.endpoint,
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `ACS3-HMAC-SHA256 ${randomBytes(seed, 40).toString('hex')}`,
        },
        body,
      );
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    await goesOnServing();
  });

  it('answers random JSON for every REST address with 4xx, or as it should', async () => {
    const { paths } = (await used.rest('GET', '/openapi.json')).json as unknown as {
      paths: Record<string, Record<string, { requestBody?: object }>>;
    };
    const values = [
      null,
      0,
      '',
      '\ud800',
      [],
      [[[]]],
      { a: 1 },
      { __proto__: 1 },
      1e308,
      -1,
      'x'.repeat(9_999),
    ];
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        if (!methods[method]!.requestBody) continue;
        for (const value of values) {
          const at = path.replace('/_emulator', '').replaceAll(/\{\w+\}/g, 'x');
          const answer = await used.rest(method.toUpperCase(), at, value);
          expect([200, 400, 404], `${method} ${path} ${answer.body}`).toContain(answer.status);
        }
      }
    }
    await goesOnServing();
  });

  it('refuses headers over the limit, and takes those below', async () => {
    const headers = { host: used.emulator.endpoint };
    const long = await http(used.emulator, 'GET', '/_emulator/health', {
      ...headers,
      'x-long': 'x'.repeat(200 * 1024),
    });
    expect(long.status).toBe(200);
    const text = await exchange(
      `GET / HTTP/1.1\r\nhost: ${used.emulator.endpoint}\r\nx-long: ${'x'.repeat(300 * 1024)}\r\n\r\n`,
    );
    expect(text).toMatch(/^(HTTP\/1\.1 431 |$)/);
    await goesOnServing();
  });

  it.each([
    ['said in advance', `content-length: ${2 * MIB}\r\n\r\n`],
    [
      'found out on the way',
      `transfer-encoding: chunked\r\n\r\n200000\r\n${'x'.repeat(2 * MIB)}\r\n0\r\n\r\n`,
    ],
  ])('refuses a body over 1 MiB, %s', async (_, rest) => {
    const socket = open();
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.write(`POST / HTTP/1.1\r\nhost: ${used.emulator.endpoint}\r\n${rest}`);
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    await goesOnServing();
  });

  it.each([
    ['a query that is not well formed', '/?Action=%E0%A4%A'],
    ['invalid UTF-8', '/?AccessKeyId=%ff'],
    ['2,000 parameters', `/?Action=x&${'a=1&'.repeat(2_000)}`],
    ['prototype names', '/?__proto__=1&AccessKeyId=__proto__&Action=constructor'],
    ['an action that is a property of objects', '/?Action=constructor&Version=2017-05-25'],
  ])('refuses %s', async (_, path) => {
    const { endpoint } = used.emulator;
    const { status } = await http(used.emulator, 'GET', path, { host: endpoint });
    expect([400, 404]).toContain(status);
    await goesOnServing();
  });

  it('goes on serving beside connections that dawdle or vanish', async () => {
    const slow = Array.from({ length: 200 }, () => {
      const socket = open();
      socket.write('POST / HTTP/1.1\r\nhost: x\r\nx-a: ');
      return socket;
    });
    await goesOnServing();
    for (const socket of slow.slice(100)) socket.resetAndDestroy();
    await goesOnServing();
    expect(used.emulator.messages()).toHaveLength(2);
    for (const socket of slow) socket.destroy();
  });

  it('closes a connection whose headers do not come to an end', async () => {
    const socket = open();
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    const drip = setInterval(() => socket.write('x'), 500);
    socket.write('POST / HTTP/1.1\r\nhost: x\r\nx-a: ');
    await once(socket, 'close');
    clearInterval(drip);
    expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('closes at once with calls under way', async () => {
    const hanging = rawCall(used.emulator, { query: { ...SEND, PhoneNumbers: '17000002001' } });
    const waiting = used.rest('GET', '/messages/wait?timeout=60000');
    const settled = Promise.allSettled([hanging, waiting]);
    const stream = open();
    stream.write(`GET /_emulator/events HTTP/1.1\r\nhost: ${used.emulator.endpoint}\r\n\r\n`);
    await once(stream, 'data');
    await used.emulator.close();
    if (!stream.closed) await once(stream, 'close');
    const [hung] = await settled;
    expect(hung.status).toBe('rejected');
  });
});
