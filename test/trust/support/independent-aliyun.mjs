// An Aliyun of its own for proofs: written after the published algorithm, it shares nothing with
// lib/. It counts what it has delivered, by OutId, and misbehaves at random while it does so.
// Run as a child process: it says { port }, and answers 'settle' with what it has counted.
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const SECRET = process.env.ALIYUN_SECRET;
/** Milliseconds after which the caller has given up for sure. */
const LATE = Number(process.env.ALIYUN_LATE ?? 1500);
const RESTART_EVERY = Number(process.env.ALIYUN_RESTART_EVERY ?? 2500);
/** Per thousand sends; the rest is accepted. */
const FAULTS = {
  resetBefore: 30,
  resetAfter: 30,
  halfAnswer: 20,
  lateAnswer: 4,
  lateDelivery: 4,
  neverAnswered: 4,
  errorBefore: 15,
  errorAfter: 15,
  notJson: 10,
  systemError: 10,
  refused: 40,
  throttled: 30,
  closeAfter: 50,
  ...JSON.parse(process.env.ALIYUN_FAULTS ?? '{}'),
};

let seed = Number(process.env.ALIYUN_SEED ?? 1);
const random = (bound) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * bound);
};

const deliveries = new Map();
const byPhone = new Map();
const nonces = new Set();
const tally = {
  requests: 0,
  badSignatures: 0,
  usedNonces: 0,
  restarts: 0,
  sockets: 0,
  mostSockets: 0,
};
const keepNonces = process.env.ALIYUN_FORGETS !== 'yes';
let pending = 0;
let since = 0;

// --- the signature, step by step as Aliyun publishes it -------------------------------------------
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function isSigned(request, query, body) {
  const match =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]+)$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) return false;
  const canonicalQuery = query
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const headers = match[2]
    .split(';')
    .map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  const payload = sha256(body);
  const canonical = ['POST', '/', canonicalQuery, headers.join(''), match[2], payload].join('\n');
  const signature = createHmac('sha256', SECRET)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  return signature === match[3] && payload === request.headers['x-acs-content-sha256'];
}

function parse(url) {
  const at = url.indexOf('?');
  const decode = (text) => decodeURIComponent(text.replaceAll('+', '%20'));
  return url
    .slice(at + 1)
    .split('&')
    .map((pair) => pair.split('='))
    .map(([name, value]) => [decode(name), decode(value)]);
}

// --- the service ----------------------------------------------------------------------------------
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => serve(request, response, Buffer.concat(chunks)));
  request.on('error', () => {});
});
const sockets = new Set();
server.on('connection', (socket) => {
  sockets.add(socket);
  tally.sockets = sockets.size;
  tally.mostSockets = Math.max(tally.mostSockets, sockets.size);
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
});

function serve(request, response, body) {
  tally.requests++;
  const query = parse(request.url);
  const nonce = request.headers['x-acs-signature-nonce'];
  if (!isSigned(request, query, body)) {
    tally.badSignatures++;
    return answer(response, 400, { Code: 'SignatureDoesNotMatch', Message: 'x', RequestId: 'r' });
  }
  if (keepNonces && (nonces.has(nonce) || !nonces.add(nonce))) tally.usedNonces++;
  const params = Object.fromEntries(query);
  if (request.headers['x-acs-action'] === 'QuerySendDetails') return details(params, response);
  send(params, response);
  if (++since >= RESTART_EVERY) restart();
}

function send(params, response) {
  const ok = {
    Code: 'OK',
    Message: 'OK',
    RequestId: 'r',
    BizId: `${100_000_000_000 + tally.requests}^0`,
  };
  const { socket } = response;
  switch (drawFault()) {
    case 'resetBefore':
      return socket.resetAndDestroy();
    case 'resetAfter':
      deliver(params);
      return socket.resetAndDestroy();
    case 'halfAnswer':
      deliver(params);
      return socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"Code":"OK"', () =>
        socket.destroy(),
      );
    case 'lateAnswer':
      deliver(params);
      return later(() => answer(response, 200, ok));
    case 'lateDelivery':
      return later(() => deliver(params));
    case 'neverAnswered':
      return undefined;
    case 'errorBefore':
      return answer(response, 500, { Code: 'InternalError', Message: 'x', RequestId: 'r' });
    case 'errorAfter':
      deliver(params);
      return answer(response, 503, { Code: 'ServiceUnavailable', Message: 'x', RequestId: 'r' });
    case 'notJson':
      deliver(params);
      return response.writeHead(200).end('<html>captcha</html>');
    case 'systemError':
      if (random(2)) deliver(params);
      return answer(response, 200, { Code: 'isp.SYSTEM_ERROR', Message: 'x', RequestId: 'r' });
    case 'refused':
      return answer(response, 200, {
        Code: 'isv.AMOUNT_NOT_ENOUGH',
        Message: '账户余额不足',
        RequestId: 'r',
      });
    case 'throttled':
      return answer(response, 429, { Code: 'Throttling.User', Message: 'x', RequestId: 'r' });
    case 'closeAfter':
      deliver(params);
      answer(response, 200, ok);
      return setImmediate(() => (random(2) ? socket.end() : socket.destroySoon()));
    default:
      deliver(params);
      return answer(response, 200, ok);
  }
}

function drawFault() {
  let at = random(1000);
  for (const [fault, share] of Object.entries(FAULTS)) if ((at -= share) < 0) return fault;
  return undefined;
}

function deliver({ OutId, PhoneNumbers }) {
  if (!keepNonces) return;
  const SendStatus = 1 + random(3);
  const known = deliveries.get(OutId);
  deliveries.set(OutId, { times: (known?.times ?? 0) + 1, SendStatus });
  for (const PhoneNum of PhoneNumbers.split(',')) {
    const list = byPhone.get(PhoneNum) ?? [];
    byPhone.set(PhoneNum, list);
    // The newest first, as in the console.
    list.unshift({ OutId, PhoneNum, SendStatus, day: chinaDay() });
  }
}

function details({ PhoneNumber, SendDate, PageSize, CurrentPage }, response) {
  const size = Number(PageSize);
  if (!(size >= 1 && size <= 50)) return answer(response, 400, { Code: 'InvalidPageSize' });
  const all = (byPhone.get(PhoneNumber) ?? []).filter(({ day }) => day === SendDate);
  const from = (Number(CurrentPage) - 1) * size;
  const SmsSendDetailDTO = all.slice(from, from + size).map(({ OutId, PhoneNum, SendStatus }) => ({
    OutId,
    PhoneNum,
    SendStatus,
    SendDate: '2026-01-01 00:00:00',
    Content: 'x',
  }));
  answer(response, 200, {
    Code: 'OK',
    Message: 'OK',
    RequestId: 'r',
    TotalCount: String(all.length),
    SmsSendDetailDTOs: { SmsSendDetailDTO },
  });
}

const chinaDay = () =>
  new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function later(work) {
  pending++;
  setTimeout(() => {
    pending--;
    work();
  }, LATE);
}

/** Drops every connection and refuses new ones for a moment. */
function restart() {
  since = 0;
  tally.restarts++;
  const { port } = server.address();
  // The long ones outlast every repeat.
  const pause = tally.restarts % 2 ? 300 : 40;
  server.close(() => setTimeout(() => server.listen(port, '127.0.0.1'), pause));
  for (const socket of sockets) socket.destroy();
}

process.on('message', (message) => {
  if (message === 'tally') process.send({ ...tally, sockets: sockets.size });
  if (message === 'settle') settle();
});

/** Answers once nothing is on its way any more. */
function settle() {
  if (pending > 0) setTimeout(settle, 20);
  else process.send({ tally, deliveries: [...deliveries] });
}

process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
