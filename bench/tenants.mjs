// node --expose-gc bench/tenants.mjs [tenants = 1000] [rounds = 6]
//
// Loads tenants with an account each, sends once through all of them at once, and waits until they
// are idle and dropped, round after round. Exits with 1 where memory or sockets stay behind.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ensureBuild } from './ensure-build.mjs';

const tenants = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 6);
/** Megabytes of heap, after a collection, from the second round to the last. */
const HEAP_GROWTH = 2;

if (!globalThis.gc) {
  console.error('Run it as: node --expose-gc bench/tenants.mjs');
  process.exit(2);
}
ensureBuild();
const { AliyunSmsModule, SmsRegistry } = await import('../dist/esm/index.js');

const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), { execArgv: [] });
const [{ origin }] = await once(server, 'message');

class App {}
Module({
  imports: [
    AliyunSmsModule.forRoot({
      endpoint: origin,
      logging: false,
      idleTimeout: 500,
      resolve: (name) => ({
        name,
        accessKey: `LTAI5t${name}`,
        accessSecret: `secret-of-${name}`,
        verifySign: name,
      }),
    }),
  ],
})(App);
const app = await NestFactory.createApplicationContext(App, { logger: false });
const registry = app.get(SmsRegistry);

let loaded = 0;
registry.onChange(({ kind }) => (loaded += kind === 'registered' ? 1 : 0));

const heaps = [];
for (let round = 0; round < rounds; round++) {
  const names = Array.from({ length: tenants }, (_, i) => `t${round}x${i}`);
  const send = (name) =>
    registry.get(name).sendMessage({
      phoneList: ['13800138000'],
      params: { code: '123456' },
      verifyTemplateCode: 'SMS_123456789',
    });
  await Promise.all(names.map(send));
  while (registry.names().length > 1) await sleep(50);
  // The sockets of those who are gone are closed a moment after them.
  await sleep(500);
  globalThis.gc();
  heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
  const sockets = process
    .getActiveResourcesInfo()
    .filter((name) => name === 'TCPSocketWrap').length;
  console.log(
    `round ${round + 1}: ${loaded} loaded so far, none left, heap ${heaps.at(-1).toFixed(1)} MB, ` +
      `RSS ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB, ${sockets} sockets`,
  );
  if (sockets > 0) process.exitCode = 1;
}
const growth = heaps.at(-1) - heaps[1];
console.log(`heap from the second round to the last: ${growth.toFixed(1)} MB`);
if (growth > HEAP_GROWTH) process.exitCode = 1;
await app.close();
server.disconnect();
