import { SmsRejectedException, SmsRequestException } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from '../support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from '../support/misbehaving-server.js';
import {
  accepted,
  answer,
  bytes,
  chunk,
  endless,
  gzipped,
  head,
  nested,
  refusal,
} from './support/answers.js';
import { CleanUp, ending, stand } from './support/stand.js';

// Long enough never to be reached by a server that answers.
const TIMEOUT = 8000;
const half = ACCEPTED.slice(0, 40);
const length = `content-length: ${ACCEPTED.length}`;
const LONG = 'x'.repeat(100_000);

/** What a refused send is repeated for: nothing but throttling. */
const REFUSED: [row: string, Misbehaviour, aliyunCode: string, requests?: number][] = [
  ['4xx JSON', answer(400, refusal('SignatureDoesNotMatch')), 'SignatureDoesNotMatch'],
  ['403 JSON', answer(403, refusal('NoPermission')), 'NoPermission'],
  ['404 JSON', answer(404, refusal('InvalidAction.NotFound')), 'InvalidAction.NotFound'],
  ['200 with a refusal', answer(200, refusal('isv.AMOUNT_NOT_ENOUGH')), 'isv.AMOUNT_NOT_ENOUGH'],
  ['200 with an unprefixed code that is known', answer(200, refusal('IS_CLOSE')), 'IS_CLOSE'],
  ['a Message of a wrong type', answer(400, refusal('NoPermission', { a: 1 })), 'NoPermission'],
  ['throttling, 400', answer(400, refusal('Throttling')), 'Throttling', 3],
  ['throttling, 429', answer(429, refusal('Throttling.User')), 'Throttling.User', 3],
  ['throttling, 503', answer(503, refusal('Throttling.Api')), 'Throttling.Api', 3],
  ['throttling, 200', answer(200, refusal('Throttling.User')), 'Throttling.User', 3],
];

type Reason = SmsRequestException['reason'];
const UNKNOWN: [row: string, Misbehaviour, Reason][] = [
  // Answers of the platform by which it does not know itself.
  ['5xx JSON', answer(500, refusal('InternalError')), 'server-error'],
  ['503 JSON', answer(503, refusal('ServiceUnavailable')), 'server-error'],
  ['5xx JSON without Code', answer(500, '{}'), 'server-error'],
  ['5xx JSON that says OK', answer(500, accepted()), 'server-error'],
  ['isp.SYSTEM_ERROR', answer(200, refusal('isp.SYSTEM_ERROR')), 'server-error'],
  ['isp.GATEWAY_ERROR', answer(200, refusal('isp.GATEWAY_ERROR')), 'server-error'],
  ['SignatureNonceUsed', answer(400, refusal('SignatureNonceUsed')), 'server-error'],
  // A 4xx alone is no proof of a refusal.
  ['an unknown gateway code in a 4xx', answer(400, refusal('Brand.New')), 'server-error'],
  ['4xx JSON without Code', answer(400, '{"RequestId":"R"}'), 'server-error'],
  ['4xx JSON with a Code of a wrong type', answer(400, refusal(400)), 'server-error'],
  ['4xx JSON with an empty Code', answer(403, refusal('')), 'server-error'],
  // Answers that are not Aliyun's.
  ['502 HTML', answer(502, '<html>Bad Gateway</html>', {}), 'server-error'],
  ['200 HTML', answer(200, '<html>captcha</html>', {}), 'unreadable-answer'],
  ['200, empty', answer(200, ''), 'unreadable-answer'],
  ['400, empty', answer(400, ''), 'unreadable-answer'],
  ['400 null', answer(400, 'null'), 'unreadable-answer'],
  ['204', answer(204, ''), 'unreadable-answer'],
  ['302', answer(302, '', { location: 'http://127.0.0.1:1/' }), 'unreadable-answer'],
  ['307 with a JSON body', answer(307, accepted(), { location: '/' }), 'unreadable-answer'],
  ['304', bytes(head(304)), 'unreadable-answer'],
  [
    '400 XML',
    answer(400, '<Error><Code>MissingParam</Code></Error>', {
      'content-type': 'text/xml;charset=utf-8',
    }),
    'unreadable-answer',
  ],
  ['200 JSON string', answer(200, '"OK"'), 'unreadable-answer'],
  ['200 JSON array', answer(200, `[${ACCEPTED}]`), 'unreadable-answer'],
  ['200 cut off JSON', answer(200, half), 'unreadable-answer'],
  ['200 with two JSON texts', answer(200, ACCEPTED + ACCEPTED), 'unreadable-answer'],
  ['200 with a byte order mark', answer(200, `\uFEFF${ACCEPTED}`), 'unreadable-answer'],
  ['200 in UTF-16', answer(200, ACCEPTED.split('').join('\0')), 'unreadable-answer'],
  ['200 gzip', bytes(gzipped()), 'unreadable-answer'],
  // JSON objects that are not the answer to a send.
  ['no Code', answer(200, '{"RequestId":"R"}'), 'unreadable-answer'],
  ['a Code of null', answer(200, accepted({ Code: null })), 'unreadable-answer'],
  ['a Code of true', answer(200, accepted({ Code: true })), 'unreadable-answer'],
  ['a Code in an array', answer(200, accepted({ Code: ['OK'] })), 'unreadable-answer'],
  ['a Code in an object', answer(200, accepted({ Code: { Code: 'OK' } })), 'unreadable-answer'],
  ['an empty Code', answer(200, accepted({ Code: '' })), 'unreadable-answer'],
  ['a Code of ok', answer(200, accepted({ Code: 'ok' })), 'server-error'],
  ['a Code of OK with a blank', answer(200, accepted({ Code: 'OK ' })), 'server-error'],
  ['an unknown code without prefix', answer(200, refusal('Success')), 'server-error'],
  ['a code in lower-case keys', answer(200, '{"code":"OK"}'), 'unreadable-answer'],
  ['an OK with HTTP 400', answer(400, accepted()), 'unreadable-answer'],
  ['an OK without BizId', answer(200, '{"Code":"OK"}'), 'unreadable-answer'],
  ['an empty BizId', answer(200, accepted({ BizId: '' })), 'unreadable-answer'],
  ['a BizId of null', answer(200, accepted({ BizId: null })), 'unreadable-answer'],
  ['a BizId of 12', answer(200, accepted({ BizId: 12 })), 'unreadable-answer'],
  ['a BizId in an object', answer(200, accepted({ BizId: {} })), 'unreadable-answer'],
  ['a body that nests 500,000 deep', answer(200, nested(500_000)), 'unreadable-answer'],
  [
    'a Code that nests 500,000 deep',
    answer(200, `{"Code":${nested(500_000)}}`),
    'unreadable-answer',
  ],
  ['objects that nest deep', answer(200, `${'{"a":'.repeat(1e5)}1`), 'unreadable-answer'],
  // More than an answer can be.
  ['an endless answer', endless, 'unreadable-answer'],
  [
    'an endless answer in chunks',
    bytes(`${head(200, 'transfer-encoding: chunked')}${chunk(LONG).repeat(50)}`),
    'unreadable-answer',
  ],
  // Connections that break.
  ['a hang-up before the answer', (socket) => socket.end(), 'reset'],
  ['a reset before the answer', (socket) => socket.resetAndDestroy(), 'reset'],
  ['a hang-up within the head', bytes('HTTP/1.1 200 OK\r\ncontent-', 'close'), 'reset'],
  ['a hang-up within the body', bytes(head(200, length) + half, 'close'), 'reset'],
  ['a reset within the body', bytes(head(200, length) + half, 'reset'), 'reset'],
  [
    'a hang-up within a chunk',
    bytes(`${head(200, 'transfer-encoding: chunked')}ff\r\n${half}`, 'close'),
    'reset',
  ],
  [
    'a hang-up before the last chunk',
    bytes(head(200, 'transfer-encoding: chunked') + chunk(ACCEPTED), 'close'),
    'reset',
  ],
  [
    'a chunk of no size',
    bytes(`${head(200, 'transfer-encoding: chunked')}zz\r\n${half}`),
    'unreadable-answer',
  ],
  [
    'a content-length that is too long',
    bytes(head(200, 'content-length: 999') + half, 'close'),
    'reset',
  ],
  [
    'two content-lengths',
    bytes(head(200, length, 'content-length: 5') + ACCEPTED),
    'unreadable-answer',
  ],
  [
    'a negative content-length',
    bytes(head(200, 'content-length: -1') + ACCEPTED),
    'unreadable-answer',
  ],
  [
    'a content-length that is too short',
    bytes(head(200, 'content-length: 9') + ACCEPTED),
    'unreadable-answer',
  ],
  [
    'a body that ends with the connection, cut off',
    bytes(head(200) + half, 'close'),
    'unreadable-answer',
  ],
  ['bytes that are not HTTP', bytes('SSH-2.0-OpenSSH_9.6\r\n\r\n'), 'unreadable-answer'],
  ['HTTP/2', bytes('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 'unreadable-answer'],
  ['nothing but zeroes', bytes('\0'.repeat(100)), 'unreadable-answer'],
  ['huge headers', bytes(head(200, `x-a: ${LONG}`, length) + ACCEPTED), 'unreadable-answer'],
  [
    'a thousand headers of 100 bytes',
    bytes(head(200, ...Array<string>(1000).fill(`x: ${'y'.repeat(100)}`), length) + ACCEPTED),
    'unreadable-answer',
  ],
  [
    'a 101 that nobody asked for',
    bytes(head(101, 'upgrade: websocket', 'connection: upgrade')),
    'unreadable-answer',
  ],
  [
    'a 100 that nobody asked for',
    bytes(head(100) + head(200, length) + ACCEPTED),
    'unreadable-answer',
  ],
];

/** Odd, and an acceptance all the same. */
const ACCEPTABLE: [row: string, Misbehaviour][] = [
  ['the answer of Aliyun', answer(200, ACCEPTED)],
  [
    'chunks',
    bytes(
      head(200, 'transfer-encoding: chunked') + chunk(half) + chunk(ACCEPTED.slice(40)) + chunk(''),
    ),
  ],
  ['a body that ends with the connection', bytes(head(200) + ACCEPTED, 'close')],
  [
    'a connection that is closed after the answer',
    bytes(head(200, length, 'connection: close') + ACCEPTED, 'close'),
  ],
  ['HTTP/1.0', bytes(`HTTP/1.0 200 OK\r\n${length}\r\n\r\n${ACCEPTED}`, 'close')],
  ['a 103 before the answer', bytes(head(103, 'link: </a>') + head(200, length) + ACCEPTED)],
  ['a 102 before the answer', bytes(head(102) + head(200, length) + ACCEPTED)],
  [
    'the answer byte by byte',
    (socket) => drip(head(200, length) + ACCEPTED, (byte) => socket.write(byte)),
  ],
  ['a content type of text', answer(200, ACCEPTED, { 'content-type': 'text/html' })],
  ['blanks around the JSON', answer(200, `\r\n ${ACCEPTED} \n`)],
  ['fields that nobody knows', answer(200, accepted({ Extra: { a: [1] }, Code2: 'isp.X' }))],
  [
    'a Message and a RequestId of wrong types',
    answer(200, accepted({ Message: 5, RequestId: [] })),
  ],
  ['HTTP 201', answer(201, ACCEPTED)],
];

describe('the fault matrix: what each answer proves, and how many requests it took', () => {
  const cleanUp = new CleanUp();
  afterEach(() => cleanUp.run());

  async function sendTo(misbehave: Misbehaviour) {
    const server = cleanUp.add(await startMisbehavingServer(misbehave));
    const { sms, events } = await stand(cleanUp, server.url, {
      timeout: TIMEOUT,
      retry: { attempts: 3, baseDelay: 1, maxDelay: 2 },
    });
    const end = await ending(sms.sendMessage({ ...LOGIN_CODE, outId: 'order-1' }));
    expect(end.ms).toBeLessThan(TIMEOUT);
    return { ...end, server, events };
  }

  it.each(REFUSED)('refused: %s', async (_, misbehave, aliyunCode, requests = 1) => {
    const { error, server, events } = await sendTo(misbehave);
    expect(error).toBeInstanceOf(SmsRejectedException);
    expect(error).toMatchObject({ code: 46002, aliyunCode, outId: 'order-1', instance: 'default' });
    expect(server.requests).toHaveLength(requests);
    expect(events).toMatchObject([{ outcome: 'refused', attempts: requests, error }]);
  });

  it.each(UNKNOWN)('unknown, and never repeated: %s', async (_, misbehave, reason) => {
    const { error, server, events } = await sendTo(misbehave);
    expect(error).toBeInstanceOf(SmsRequestException);
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown', reason, outId: 'order-1' });
    expect(server.requests).toHaveLength(1);
    expect(events).toMatchObject([{ outcome: 'unknown', attempts: 1, error }]);
  });

  it.each(ACCEPTABLE)('accepted: %s', async (_, misbehave) => {
    const { result, server, events } = await sendTo(misbehave);
    expect(result).toMatchObject({ code: 'OK', bizId: '900619746936498440^0', outId: 'order-1' });
    expect(server.requests).toHaveLength(1);
    expect(events).toMatchObject([{ outcome: 'accepted', attempts: 1 }]);
  });

  it('leaves no connection behind that broke or was cut', async () => {
    const { server } = await sendTo(endless);
    await server.idle();
    expect(server.connections()).toBe(1);
  });

  it('answers one message with one answer, whatever else the server sends', async () => {
    // A second answer that nobody asked for must not be taken for that of the next message.
    const server = cleanUp.add(
      await startMisbehavingServer((socket, _, nth) => {
        respond(socket, 200, accepted({ BizId: `${nth}^0` }));
        respond(socket, 200, accepted({ BizId: 'of-nobody^0' }));
      }),
    );
    const { sms } = await stand(cleanUp, server.url, { connections: 1 });
    for (let nth = 1; nth <= 5; nth++) {
      expect(await sms.sendMessage(LOGIN_CODE)).toMatchObject({ bizId: `${nth}^0` });
    }
    expect(server.requests).toHaveLength(5);
  });
});

function drip(text: string, write: (byte: string) => void): void {
  let at = 0;
  const next = () => {
    if (at >= text.length) return;
    write(text[at++]!);
    setImmediate(next);
  };
  next();
}
