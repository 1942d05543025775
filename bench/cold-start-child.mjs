/** A process that boots Nest and sends one message, and says what it has cost since `node` was started. */
import { createRequire } from 'node:module';
import { bootOurs, CONTENDERS } from './contenders.mjs';

const require = createRequire(import.meta.url);
const { kind, ...target } = JSON.parse(process.argv[2]);

const KINDS = {
  /** What the others have in common: Nest, and nothing to send with. */
  nest: bootNest,
  async sdk() {
    await bootNest();
    const send = await CONTENDERS.sdk.setUp(target);
    await send(0, 1);
  },
  async module() {
    const { sms } = await bootOurs(target, {});
    await sms.sendMessage({
      phoneList: ['13800138000'],
      params: { code: '123456' },
      verifyTemplateCode: 'SMS_123456789',
    });
  },
};

async function bootNest() {
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  class App {}
  await NestFactory.createApplicationContext({ module: App }, { logger: false });
}

await KINDS[kind]();
// Both count from the start of the process.
const wall = performance.now();
const { user, system } = process.cpuUsage();
globalThis.gc();
const { rss, heapUsed } = process.memoryUsage();
process.send({ wall, cpu: (user + system) / 1000, rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 });
// The connections that are kept alive would keep the process.
process.disconnect();
process.exit();
