/**
 * What a process has cost until it could send, and until it has sent: one kind a process.
 * The nothing that both begin with is measured too: Node for the SDK, an empty Nest for ours.
 */
import { createRequire } from 'node:module';
import { bootOurs, CONTENDERS } from './contenders.mjs';

const require = createRequire(import.meta.url);
const { kind, ...target } = JSON.parse(process.argv[2]);

const KINDS = {
  node: () => undefined,
  async sdk() {
    require('@alicloud/dysmsapi20170525');
    return async () => (await CONTENDERS.sdk.setUp(target))(0, 1);
  },
  async nest() {
    require('reflect-metadata');
    const { NestFactory } = require('@nestjs/core');
    class App {}
    await NestFactory.createApplicationContext({ module: App }, { logger: false });
  },
  async module() {
    const { sms } = await bootOurs(target, { logging: false });
    return () =>
      sms.sendMessage({
        phoneList: ['13800138000'],
        params: { code: '123456' },
        verifyTemplateCode: 'SMS_123456789',
      });
  },
};

function cost() {
  const { user, system } = process.cpuUsage();
  const wall = performance.now();
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { wall, cpu: (user + system) / 1000, rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 };
}

const send = await KINDS[kind]();
const ready = cost();
let firstSend;
if (send) {
  const started = performance.now();
  await send();
  firstSend = performance.now() - started;
}
process.send({ ready, firstSend, sent: cost() });
// The connections that are kept alive would keep the process.
process.disconnect();
process.exit();
