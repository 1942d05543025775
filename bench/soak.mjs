// node --expose-gc bench/soak.mjs [minutes = 10]
//
// Sends at full speed to a server that misbehaves at random (test/trust/support/independent-aliyun),
// and watches memory and sockets. Exits with 1 where they grow past the bounds below.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ensureBuild } from './ensure-build.mjs';

const minutes = Number(process.argv[2] ?? 10);
const CONNECTIONS = 64;
const AT_ONCE = 256;
/** Megabytes of heap, after a collection, from the first third of the run to the last. */
const HEAP_GROWTH = 8;
/** Megabytes of the whole process, likewise: V8 gives back what it had only now and then. */
const RSS_GROWTH = 40;
const SECRET = 'soak-secret-0123456789';

if (!globalThis.gc) {
  console.error('Run it as: node --expose-gc bench/soak.mjs');
  process.exit(2);
}
ensureBuild();
const { AliyunSmsModule, SmsRegistry } = await import('../dist/esm/index.js');

const server = fork(
  fileURLToPath(new URL('../test/trust/support/independent-aliyun.mjs', import.meta.url)),
  {
    execArgv: [],
    env: {
      ...process.env,
      ALIYUN_SECRET: SECRET,
      // What it counts would be its own growth.
      ALIYUN_FORGETS: 'yes',
      ALIYUN_LATE: '700',
      ALIYUN_RESTART_EVERY: '20000',
      ALIYUN_FAULTS: JSON.stringify({ lateAnswer: 2, lateDelivery: 2, neverAnswered: 2 }),
    },
  },
);
const [{ port }] = await once(server, 'message');

class App {}
Module({
  imports: [
    AliyunSmsModule.forRoot({
      accessKey: 'LTAI5tSoak',
      accessSecret: SECRET,
      verifySign: '某某科技',
      endpoint: `http://127.0.0.1:${port}`,
      timeout: 500,
      connections: CONNECTIONS,
      logging: false,
      retry: { attempts: 3, baseDelay: 10, maxDelay: 40 },
    }),
  ],
})(App);
const app = await NestFactory.createApplicationContext(App, { logger: false });
const sms = app.get(SmsRegistry).get();

const ends = { accepted: 0, 46002: 0, 'not-sent': 0, unknown: 0 };
let running = true;
let nth = 0;
async function worker() {
  while (running) {
    const phone = `139${String(nth++ % 100_000_000).padStart(8, '0')}`;
    // Some callers give up by themselves.
    const signal = nth % 100 === 0 ? AbortSignal.timeout(2) : undefined;
    try {
      await sms.sendMessage({
        phoneList: [phone],
        params: { code: '123456' },
        verifyTemplateCode: 'SMS_1',
        ...(signal && { signal }),
      });
      ends.accepted++;
    } catch (error) {
      ends[error.outcome ?? error.code]++;
    }
  }
}

const openSockets = () =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;
const megabytes = (bytes) => bytes / 2 ** 20;

const samples = [];
async function sample(startedAt) {
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  server.send('tally');
  const [{ sockets: seen, restarts }] = await once(server, 'message');
  const row = {
    seconds: Math.round((performance.now() - startedAt) / 1000),
    sends: Object.values(ends).reduce((sum, count) => sum + count, 0),
    ...ends,
    restarts,
    'heap MB': Number(megabytes(heapUsed).toFixed(1)),
    'rss MB': Number(megabytes(rss).toFixed(1)),
    sockets: openSockets(),
    'seen by server': seen,
  };
  samples.push(row);
}

const startedAt = performance.now();
const workers = Array.from({ length: AT_ONCE }, worker);
const every = Math.max(2000, (minutes * 60_000) / 30);
while (performance.now() - startedAt < minutes * 60_000) {
  await new Promise((resolve) => setTimeout(resolve, every));
  await sample(startedAt);
}
running = false;
await Promise.all(workers);
await app.close();
await new Promise((resolve) => setTimeout(resolve, 1000));
const socketsAfter = openSockets();
server.disconnect();

console.table(samples);
const third = Math.max(1, Math.floor(samples.length / 3));
const least = (rows, key) => Math.min(...rows.map((row) => row[key]));
const growth = (key) => least(samples.slice(-third), key) - least(samples.slice(0, third), key);
const problems = [
  growth('heap MB') > HEAP_GROWTH && `the heap grew by ${growth('heap MB').toFixed(1)} MB`,
  growth('rss MB') > RSS_GROWTH && `the process grew by ${growth('rss MB').toFixed(1)} MB`,
  // Beside those of the pool some may just be closing.
  samples.some(({ sockets }) => sockets > CONNECTIONS * 1.25) &&
    `there were up to ${Math.max(...samples.map(({ sockets }) => sockets))} sockets`,
  socketsAfter > 0 && `${socketsAfter} sockets were open after the application had closed`,
].filter(Boolean);
const { seconds, sends } = samples.at(-1);
console.log(
  `${sends} sends in ${seconds} s (${Math.round(sends / seconds)}/s); ` +
    `heap ${growth('heap MB').toFixed(1)} MB, rss ${growth('rss MB').toFixed(1)} MB from the first third to the last; ` +
    `${socketsAfter} sockets after closing`,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
