/**
 * Sends as fast as one emulator answers: `node bench/emulator-load.mjs [seconds] [requests]`.
 *
 * The emulator is a process of its own. Requests are signed before the clock starts and go over
 * kept-alive connections, one at a time on each, so that what is measured is the emulator.
 * Build first (`npm run build`).
 */
import { fork } from 'node:child_process';
import { createHmac, createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';

const DIST =
  process.env.EMULATOR_DIST ?? new URL('../dist/esm/emulator/index.js', import.meta.url).href;
const CONNECTIONS = 50;

const mib = (bytes) => `${Math.round(bytes / 1024 / 1024)} MiB`;

if (process.send) await serve();
else await measure(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 250_000));

async function serve() {
  const { AliyunSmsEmulator } = await import(DIST);
  const emulator = await AliyunSmsEmulator.start();
  process.send({ endpoint: emulator.endpoint, account: emulator.accounts[0] });
  process.on('message', () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    process.send({ rss, heapUsed, cpu: user + system, kept: emulator.messages().length });
  });
}

async function measure(seconds, total) {
  const server = fork(new URL(import.meta.url), {
    execArgv: ['--expose-gc', ...(process.env.SERVER_ARGS?.split(' ') ?? [])],
  });
  const next = () => new Promise((resolve) => server.once('message', resolve));
  const ask = () => {
    const answer = next();
    server.send('memory');
    return answer;
  };
  const { endpoint, account } = await next();
  const requests = sign(endpoint, account, total);
  const rows = [['sent', 0, await ask()]];

  const latencies = [];
  let sent = 0;
  let refused = 0;
  const started = performance.now();
  const end = started + seconds * 1_000;
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(endpoint)));
  const step = Math.ceil(total / 5);
  await Promise.all(
    sockets.map(async (socket) => {
      while (sent < total && performance.now() < end) {
        const request = requests[sent++];
        const at = performance.now();
        if (!(await exchange(socket, request)).includes('"Code":"OK"')) refused++;
        latencies.push(performance.now() - at);
        if (latencies.length % step === 0) rows.push(['sent', latencies.length, await ask()]);
      }
    }),
  );
  const took = (performance.now() - started) / 1_000;
  rows.push(['sent', latencies.length, await ask()]);
  for (const socket of sockets) socket.destroy();
  server.kill();

  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.floor(latencies.length * share)].toFixed(2);
  const rate = Math.round(latencies.length / took);
  console.log(
    `${latencies.length} sends in ${took.toFixed(1)} s: ${rate} a second, ${refused} refused`,
  );
  const cpu = (rows.at(-1)[2].cpu - rows[0][2].cpu) / latencies.length;
  console.log(`CPU of the emulator: ${cpu.toFixed(0)} µs a send`);
  console.log(`latency ms: p50 ${at(0.5)}, p99 ${at(0.99)}, max ${latencies.at(-1).toFixed(1)}`);
  for (const [, count, { rss, heapUsed, kept }] of rows) {
    console.log(`after ${count}: rss ${mib(rss)}, heap ${mib(heapUsed)}, ${kept} messages kept`);
  }
}

function sign(endpoint, { accessKey, accessSecret }, total) {
  const empty = createHash('sha256').update('').digest('hex');
  const names =
    'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version';
  const date = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  return Array.from({ length: total }, (_, index) => {
    const query = `PhoneNumbers=139${String(index % 1e8).padStart(8, '0')}&SignName=%E6%9F%90&TemplateCode=SMS_1&TemplateParam=%7B%22code%22%3A%22${100_000 + (index % 900_000)}%22%7D`;
    const nonce = randomUUID();
    const headers = `host:${endpoint}\nx-acs-action:SendSms\nx-acs-content-sha256:${empty}\nx-acs-date:${date}\nx-acs-signature-nonce:${nonce}\nx-acs-version:2017-05-25\n`;
    const canonical = `POST\n/\n${query}\n${headers}\n${names}\n${empty}`;
    const hash = createHash('sha256').update(canonical).digest('hex');
    const signature = createHmac('sha256', accessSecret)
      .update(`ACS3-HMAC-SHA256\n${hash}`)
      .digest('hex');
    return `POST /?${query} HTTP/1.1\r\n${headers.replaceAll('\n', '\r\n').replaceAll(/^([\w-]+):/gm, '$1: ')}authorization: ACS3-HMAC-SHA256 Credential=${accessKey},SignedHeaders=${names},Signature=${signature}\r\ncontent-length: 0\r\n\r\n`;
  });
}

function open(endpoint) {
  const [host, port] = endpoint.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host, () => resolve(socket));
    socket.setNoDelay(true).setEncoding('latin1').once('error', reject);
  });
}

/** The answers are JSON objects, so that the last brace is the end of one. */
function exchange(socket, request) {
  return new Promise((resolve) => {
    let text = '';
    const onData = (chunk) => {
      text += chunk;
      if (!text.endsWith('}')) return;
      socket.off('data', onData);
      resolve(text);
    };
    socket.on('data', onData);
    socket.write(request, 'latin1');
  });
}
