import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { GetSmsTemplateRequest } from '@alicloud/dysmsapi20170525';
import type { Histogram } from '@opentelemetry/sdk-metrics';
import type { AliyunSms, AliyunSmsRootOptions } from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootInstance, LOGIN_CODE } from './support/app.js';
import { ACCEPTED, respond, startMisbehavingServer } from './support/misbehaving-server.js';
import { registerSdk, type RegisteredSdk } from './support/opentelemetry.js';

const MESSAGE = {
  ...LOGIN_CODE,
  phoneList: ['13812348000', '+8613912349000'],
  params: { code: 'k7Qz9w' },
};

describe('the telemetry of a send', () => {
  let emulator: AliyunSmsEmulator;
  let sdk: RegisteredSdk;
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => (emulator = await AliyunSmsEmulator.start()));
  beforeEach(() => (sdk = registerSdk()));
  afterEach(async () => {
    await sdk.remove();
    for (const close of closers.splice(0)) await close();
  });
  afterAll(() => emulator.close());

  async function instance(options: Partial<AliyunSmsRootOptions> = {}): Promise<AliyunSms> {
    const { sms, app } = await bootInstance(emulator.url, {
      ...emulator.accounts[0],
      retry: { attempts: 3, baseDelay: 1 },
      ...options,
    });
    closers.push(() => app.close());
    return sms;
  }
  const sends = async () => (await sdk.metrics())['aliyun.sms.sends'];

  it('is one client span in the terms of the conventions', async () => {
    const sms = await instance();
    const { bizId, requestId, outId } = await sms.sendMessage(MESSAGE);

    const [span, ...rest] = sdk.spans();
    expect(rest).toEqual([]);
    expect(span).toMatchObject({
      name: 'send SMS.default',
      kind: SpanKind.CLIENT,
      ended: true,
      status: { code: SpanStatusCode.UNSET },
      instrumentationScope: { name: 'nestjs-aliyun-sms' },
    });
    expect(span!.attributes).toEqual({
      'messaging.system': 'aliyun_sms',
      'messaging.operation.name': 'send',
      'messaging.operation.type': 'send',
      'messaging.batch.message_count': 2,
      'messaging.message.id': bizId,
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(emulator.url).port),
      'aliyun.sms.instance': 'default',
      'aliyun.sms.template': 'SMS_123456789',
      'aliyun.sms.out_id': outId,
      'aliyun.sms.request_id': requestId,
      'aliyun.sms.outcome': 'accepted',
      'aliyun.sms.code': 'OK',
      'aliyun.sms.attempts': 1,
    });
  });

  it('is a child of the span in which sendMessage is called', async () => {
    const sms = await instance();
    const parent = trace.getTracer('test').startSpan('GET /login');
    await context.with(trace.setSpan(context.active(), parent), () => sms.sendMessage(MESSAGE));
    const [span] = sdk.spans();
    expect(span!.spanContext().traceId).toBe(parent.spanContext().traceId);
    expect(span!.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
  });

  it('has the figures of an accepted send', async () => {
    const sms = await instance();
    await sms.sendMessage(MESSAGE);
    const found = await sdk.metrics();
    const labels = {
      'aliyun.sms.instance': 'default',
      'aliyun.sms.template': 'SMS_123456789',
      'aliyun.sms.outcome': 'accepted',
      'aliyun.sms.code': 'OK',
    };
    const standard = {
      'messaging.system': 'aliyun_sms',
      'messaging.operation.name': 'send',
      'server.address': '127.0.0.1',
      ...labels,
    };
    expect(found['aliyun.sms.sends']).toMatchObject([{ value: 1 }]);
    expect(found['aliyun.sms.sends']![0]!.attributes).toEqual(labels);
    expect(found['messaging.client.sent.messages']).toMatchObject([
      { value: 2, attributes: standard },
    ]);
    expect(found['aliyun.sms.active_sends']).toMatchObject([{ value: 0 }]);
    expect(found).not.toHaveProperty(['aliyun.sms.retries']);
    const [duration] = found['messaging.client.operation.duration']!;
    expect(duration!.attributes).toMatchObject(standard);
    const { count, sum, buckets } = duration!.value as Histogram;
    expect(count).toBe(1);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThan(5);
    expect(buckets.boundaries).toContain(0.005);
    expect(Object.keys(duration!.attributes)).not.toContain('aliyun.sms.out_id');
    expect(Object.keys(duration!.attributes)).not.toContain('aliyun.sms.request_id');
  });

  it('is an error with Aliyun’s code where Aliyun refuses', async () => {
    const sms = await instance({ accessSecret: 'wrong-secret' });
    const error = await sms.sendMessage(MESSAGE).catch((caught: Error) => caught);
    const [span] = sdk.spans();
    expect(span!.status).toEqual({
      code: SpanStatusCode.ERROR,
      message: (error as Error).message,
    });
    const outcome = {
      'aliyun.sms.outcome': 'refused',
      'aliyun.sms.code': 'SignatureDoesNotMatch',
      'error.type': 'SignatureDoesNotMatch',
    };
    expect(span!.attributes).toMatchObject({ ...outcome, 'aliyun.sms.attempts': 1 });
    expect(await sends()).toMatchObject([{ value: 1, attributes: outcome }]);
  });

  it('is an error with its reason where the outcome is unknown', async () => {
    const server = await startMisbehavingServer((socket) => socket.destroy());
    closers.push(() => server.close());
    const sms = await instance({ endpoint: server.url });
    await sms.sendMessage({ ...MESSAGE, outId: 'order-13812348000' }).catch(() => {});
    const outcome = { 'aliyun.sms.outcome': 'unknown', 'error.type': 'reset' };
    expect(sdk.spans()).toMatchObject([
      {
        status: { code: SpanStatusCode.ERROR },
        attributes: { ...outcome, 'aliyun.sms.out_id': 'order-138****8000' },
      },
    ]);
    expect(await sends()).toMatchObject([{ attributes: outcome }]);
  });

  it('counts the repeats of what was not executed', async () => {
    const sms = await instance({ endpoint: 'http://127.0.0.1:9' });
    await sms.sendMessage(MESSAGE).catch(() => {});
    expect(sdk.spans()).toMatchObject([
      { attributes: { 'error.type': 'connect', 'aliyun.sms.attempts': 3 } },
    ]);
    expect((await sdk.metrics())['aliyun.sms.retries']).toMatchObject([
      { value: 2, attributes: { 'aliyun.sms.outcome': 'not-sent' } },
    ]);
  });

  it('has no span for a message that is invalid, but a count', async () => {
    const sms = await instance();
    await sms.sendMessage({ ...MESSAGE, phoneList: [] }).catch(() => {});
    expect(sdk.spans()).toEqual([]);
    const found = await sdk.metrics();
    expect(found['aliyun.sms.sends']).toMatchObject([
      { value: 1, attributes: { 'aliyun.sms.outcome': 'invalid' } },
    ]);
    expect(found).not.toHaveProperty(['messaging.client.operation.duration']);
  });

  it('counts no message where the limits refuse before the network', async () => {
    const sms = await instance({ limits: 'aliyun', verifySign: '限流科技' });
    await sms.sendMessage(LOGIN_CODE);
    await sms.sendMessage(LOGIN_CODE).catch(() => {});
    const found = await sdk.metrics();
    const refused = { 'aliyun.sms.code': 'isv.BUSINESS_LIMIT_CONTROL' };
    expect(found['aliyun.sms.sends']).toContainEqual(
      expect.objectContaining({ value: 1, attributes: expect.objectContaining(refused) as object }),
    );
    expect(found['messaging.client.sent.messages']).toMatchObject([{ value: 1 }]);
  });

  it('shows a send that is under way', async () => {
    let answer = () => {};
    const arrived = new Promise<void>((resolve) => {
      void startMisbehavingServer((socket) => {
        answer = () => respond(socket, 200, ACCEPTED);
        resolve();
      }).then(async (server) => {
        closers.push(() => server.close());
        const sms = await instance({ endpoint: server.url });
        sending = sms.sendMessage(MESSAGE);
      });
    });
    let sending: Promise<unknown> | undefined;
    await arrived;
    const underWay = async () => (await sdk.metrics())['aliyun.sms.active_sends'];
    expect(await underWay()).toMatchObject([
      { value: 1, attributes: { 'aliyun.sms.instance': 'default' } },
    ]);
    answer();
    await sending;
    expect(await underWay()).toMatchObject([{ value: 0 }]);
  });

  it('reaches an SDK that is registered after the first send, and the one after it', async () => {
    await sdk.remove();
    const sms = await instance();
    await sms.sendMessage(MESSAGE);
    for (let i = 0; i < 2; i++) {
      sdk = registerSdk();
      await sms.sendMessage(MESSAGE);
      expect(sdk.spans()).toHaveLength(1);
      expect(await sends()).toMatchObject([{ value: 1 }]);
      if (i === 0) await sdk.remove();
    }
  });

  it('never takes down a count that went up in another SDK', async () => {
    await sdk.remove();
    const server = await startMisbehavingServer((socket) => {
      sdk = registerSdk();
      respond(socket, 200, ACCEPTED);
    });
    closers.push(() => server.close());
    const sms = await instance({ endpoint: server.url });
    await sms.sendMessage(MESSAGE);
    const found = await sdk.metrics();
    expect(found['aliyun.sms.sends']).toMatchObject([{ value: 1 }]);
    expect(found).not.toHaveProperty(['aliyun.sms.active_sends']);
  });

  it('holds no number, value, sign or secret', async () => {
    const { accessKey, accessSecret } = emulator.accounts[0]!;
    const echo = await startMisbehavingServer((socket, head) =>
      respond(socket, 200, JSON.stringify({ Code: 'isv.X', Message: decodeURIComponent(head) })),
    );
    const parrot = await startMisbehavingServer((socket) =>
      respond(
        socket,
        200,
        JSON.stringify({ Code: 'OK', BizId: 'k7Qz9w', RequestId: '13812348000' }),
      ),
    );
    closers.push(() => parrot.close());
    closers.push(() => echo.close());
    for (const options of [
      {},
      { accessSecret: 'wrong-secret' },
      { endpoint: echo.url },
      { endpoint: parrot.url },
    ]) {
      const sms = await instance(options);
      await sms.sendMessage(MESSAGE).catch(() => {});
      // The value and the template mixed up, and an outId that is a number.
      await sms
        .sendMessage({ ...MESSAGE, verifyTemplateCode: 'k7Qz9w', outId: '13812348000' })
        .catch(() => {});
    }
    const all = await sdk.dump();
    expect(all).toContain('138****8000');
    expect(all).toContain('"aliyun.sms.template":"_OTHER"');
    for (const secret of ['13812348000', '13912349000', 'k7Qz9w', '某某科技', accessKey]) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toContain(accessSecret);
    expect(all).not.toContain('wrong-secret');
  });

  it('is seen by no instrumentation of HTTP, whose spans have the URL in them', async () => {
    const onRequest = () => trace.getTracer('http').startSpan('POST').end();
    for (const channel of ['undici:request:create', 'http.client.request.start']) {
      subscribe(channel, onRequest);
      closers.push(async () => void unsubscribe(channel, onRequest));
    }
    const sms = await instance({ connections: 1 });
    await Promise.all(Array.from({ length: 5 }, () => sms.sendMessage(MESSAGE)));
    await sms.findMessage({ outId: 'x', phone: '13812348000', sentAt: Date.now() });
    expect(sdk.spans().map(({ name }) => name)).toEqual([
      ...Array<string>(5).fill('send SMS.default'),
      'Dysmsapi/QuerySendDetails',
    ]);
  });

  it('has a span of what else is asked of Aliyun, without the number that is asked about', async () => {
    const sms = await instance();
    await sms.findMessage({ outId: 'x', phone: '13812348000', sentAt: Date.now() });
    await sms.client.getSmsTemplate(new GetSmsTemplateRequest({ templateCode: 'SMS_404' }));
    const foreign = await instance({ accessSecret: 'wrong-secret' });
    await foreign.ping().catch(() => {});
    const common = { 'rpc.system': 'aliyun', 'rpc.service': 'Dysmsapi' };
    expect(sdk.spans()).toMatchObject([
      {
        name: 'Dysmsapi/QuerySendDetails',
        kind: SpanKind.CLIENT,
        status: { code: SpanStatusCode.UNSET },
        attributes: { ...common, 'rpc.method': 'QuerySendDetails', 'aliyun.sms.code': 'OK' },
      },
      {
        name: 'Dysmsapi/GetSmsTemplate',
        status: { code: SpanStatusCode.ERROR },
        attributes: { ...common, 'error.type': expect.stringMatching(/^isv\./) as string },
      },
      {
        name: 'Dysmsapi/QuerySmsSignList',
        status: { code: SpanStatusCode.ERROR },
        attributes: { ...common, 'error.type': 'SignatureDoesNotMatch' },
      },
    ]);
    expect(await sdk.dump()).not.toContain('13812348000');
  });

  it('can be turned off', async () => {
    const sms = await instance({ telemetry: false });
    await sms.sendMessage(MESSAGE);
    await sms.ping();
    expect(sdk.spans()).toEqual([]);
    expect(await sdk.metrics()).toEqual({});
  });
});
