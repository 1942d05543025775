/** The same work in several ways: each makes a function that sends to one number, or to several. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

export const KEYS = {
  accessKey: 'LTAI5tBenchmarkKey00000',
  accessSecret: 'bench-secret-0123456789',
};
export const CONNECTIONS = 32;

const SIGN = '某某科技';
const TEMPLATE = 'SMS_123456789';

/** A number of its own for each call, as in life: nothing may be cached by its text. */
const phone = (i) => `138${String(i % 1e8).padStart(8, '0')}`;
const code = (i) => String(100_000 + (i % 900_000));

function phonesOf(i, recipients) {
  return Array.from({ length: recipients }, (_, n) => phone(i * recipients + n));
}

const sendSmsParams = (i, recipients) => ({
  phoneNumbers: phonesOf(i, recipients).join(','),
  signName: SIGN,
  templateCode: TEMPLATE,
  templateParam: JSON.stringify({ code: code(i) }),
});

export const CONTENDERS = {
  floor: {
    title: 'bare undici POST, unsigned',
    async setUp({ origin }) {
      const { Pool } = require('undici');
      const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
      const request = {
        method: 'POST',
        path: `/?${new URLSearchParams(sendSmsParams(0, 1))}`,
        headers: { accept: 'application/json' },
      };
      return async () => {
        const { body } = await pool.request(request);
        return (await body.json()).Code;
      };
    },
  },
  sdk: {
    title: '@alicloud/dysmsapi20170525, sendSms',
    async setUp({ origin }) {
      const { default: Dysms, SendSmsRequest } = require('@alicloud/dysmsapi20170525');
      const { Config } = require('@alicloud/openapi-client');
      const client = new Dysms(
        new Config({
          accessKeyId: KEYS.accessKey,
          accessKeySecret: KEYS.accessSecret,
          endpoint: new URL(origin).host,
          protocol: 'http',
        }),
      );
      return async (i, recipients) => {
        const request = new SendSmsRequest(sendSmsParams(i, recipients));
        return (await client.sendSms(request)).body.code;
      };
    },
  },
  popCore: {
    title: '@alicloud/pop-core',
    async setUp({ origin }) {
      const Core = require('@alicloud/pop-core');
      const client = new Core({
        accessKeyId: KEYS.accessKey,
        accessKeySecret: KEYS.accessSecret,
        endpoint: origin,
        apiVersion: '2017-05-25',
      });
      return async (i, recipients) =>
        (await client.request('SendSms', sendSmsParams(i, recipients), { method: 'POST' })).Code;
    },
  },
  client: {
    title: 'sms.client.sendSms',
    async setUp(target) {
      const { SendSmsRequest } = require('@alicloud/dysmsapi20170525');
      const { sms } = await bootOurs(target, { logging: false, telemetry: false });
      return async (i, recipients) => {
        const request = new SendSmsRequest(sendSmsParams(i, recipients));
        return (await sms.client.sendSms(request)).body.code;
      };
    },
  },
  sendMessage: {
    title: 'sms.sendMessage',
    setUp: (target) => sending(target, { logging: false, telemetry: false }),
  },
  sendMessageTelemetry: {
    title: 'sms.sendMessage, telemetry without a listener',
    setUp: (target) => sending(target, { logging: false, telemetry: true }),
  },
  sendMessageLogging: {
    title: 'sms.sendMessage, a log line each, to a sink',
    setUp: (target) => sending(target, { logging: true, telemetry: false }),
  },
};

async function sending(target, options) {
  const { sms } = await bootOurs(target, options);
  return async (i, recipients) => {
    const { code: answered } = await sms.sendMessage({
      phoneList: phonesOf(i, recipients),
      params: { code: code(i) },
      verifyTemplateCode: TEMPLATE,
    });
    return answered;
  };
}

/** An application context out of the built package, with the instances of these names. */
export async function bootOurs({ origin, dist }, options, names = []) {
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { AliyunSmsModule, SmsRegistry } = await import(pathToFileURL(`${dist}/esm/index.js`));
  const root = {
    ...KEYS,
    verifySign: SIGN,
    endpoint: origin,
    connections: CONNECTIONS,
    ...options,
  };
  class App {}
  const module = {
    module: App,
    imports: [
      AliyunSmsModule.forRoot(root),
      AliyunSmsModule.forFeature(names.map((name) => ({ name }))),
    ],
  };
  let written = 0;
  const sink = {
    log: (line) => (written += line.length),
    warn: console.warn,
    error: console.error,
  };
  const app = await NestFactory.createApplicationContext(module, { logger: sink });
  const registry = app.get(SmsRegistry);
  return { app, registry, sms: registry.get() };
}
