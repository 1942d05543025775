import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Controller, Inject, type INestApplication, Module, UseFilters } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { type AliyunSms, getSmsToken, SmsExceptionFilter } from 'nestjs-aliyun-sms';
import { from, lastValueFrom } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LOGIN_CODE, rejectionOf } from './support/app.js';
import type { MisbehavingServer } from './support/misbehaving-server.js';
import {
  OPERATORS_BUSINESS,
  refusedInstances,
  startRefusingAliyun,
} from './support/refusing-aliyun.js';

@UseFilters(SmsExceptionFilter)
@WebSocketGateway()
class SmsGateway {
  constructor(@Inject(getSmsToken()) private readonly sms: AliyunSms) {}

  @SubscribeMessage('send')
  send(@MessageBody() change: object) {
    return this.sms.sendMessage({ ...LOGIN_CODE, ...change });
  }

  @SubscribeMessage('stream')
  stream(@MessageBody() change: object) {
    return from(this.sms.sendMessage({ ...LOGIN_CODE, ...change }));
  }

  @UseFilters(new SmsExceptionFilter({ details: true }))
  @SubscribeMessage('details')
  sendWithDetails(@MessageBody() change: object) {
    return this.sms.sendMessage({ ...LOGIN_CODE, ...change });
  }
}

@Controller()
class SmsController {
  constructor(@Inject(getSmsToken()) private readonly sms: AliyunSms) {}

  @MessagePattern('send')
  @UseFilters(SmsExceptionFilter)
  send(@Payload() change: object) {
    return this.sms.sendMessage({ ...LOGIN_CODE, ...change });
  }

  @MessagePattern('details')
  @UseFilters(new SmsExceptionFilter({ details: true }))
  sendWithDetails(@Payload() change: object) {
    return this.sms.sendMessage({ ...LOGIN_CODE, ...change });
  }
}

const FLOW = { verifyTemplateCode: 'SMS_FLOW' };
const FLOW_FIELDS = {
  code: 46002,
  outcome: 'refused',
  repeat: 'later',
  retryAfter: 3600,
  message: '短信发送过于频繁，请在 3600 秒后再试。',
};
/** The event `exception`, in the form of Nest's own filter. */
const FLOW_EVENT = { status: 'error', ...FLOW_FIELDS, cause: { pattern: 'send' } };

let aliyun: MisbehavingServer;
beforeAll(async () => {
  aliyun = await startRefusingAliyun();
});
afterAll(() => aliyun.close());

async function startGateway(
  adapter: (app: INestApplication) => IoAdapter | WsAdapter,
): Promise<{ app: INestApplication; url: string }> {
  @Module({ imports: refusedInstances(aliyun), providers: [SmsGateway] })
  class AppModule {}
  const app = await NestFactory.create(AppModule, { logger: false });
  app.useWebSocketAdapter(adapter(app));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `127.0.0.1:${port}` };
}

describe('SmsExceptionFilter with socket.io', () => {
  let app: INestApplication;
  let url: string;
  let client: Socket;

  beforeAll(async () => {
    ({ app, url } = await startGateway((host) => new IoAdapter(host)));
    client = io(`http://${url}`, { transports: ['websocket'] });
    await new Promise<void>((resolve) => client.on('connect', resolve));
  });
  afterAll(async () => {
    client.close();
    await app.close();
  });

  const nextException = (from: Socket = client) =>
    new Promise<Record<string, unknown>>((resolve) => from.once('exception', resolve));

  it('emits the event exception', async () => {
    const received = nextException();
    client.emit('send', FLOW);
    expect(await received).toEqual(FLOW_EVENT);
  });

  it('acknowledges, where the client waits for it', async () => {
    const received = nextException();
    expect(await client.timeout(5000).emitWithAck('send', FLOW)).toEqual(FLOW_EVENT);
    expect(await received).toEqual(FLOW_EVENT);
  });

  it('emits it for a handler that returns an observable', async () => {
    const received = nextException();
    client.emit('stream', FLOW);
    expect(await received).toEqual({ ...FLOW_EVENT, cause: { pattern: 'stream' } });
  });

  it('tells the violations, and neither values nor the operator’s business', async () => {
    let received = nextException();
    client.emit('send', { phoneList: ['12345'] });
    const invalid = await received;
    expect(invalid).toMatchObject({
      code: 46001,
      violations: { phoneList: [expect.stringContaining('no valid phone number at [0]')] },
    });
    expect(JSON.stringify(invalid)).not.toContain('12345');
    received = nextException();
    client.emit('send', { verifyTemplateCode: 'SMS_MONEY' });
    expect(JSON.stringify(await received)).not.toMatch(OPERATORS_BUSINESS);
  });

  it('speaks the language of the handshake', async () => {
    const english = io(`http://${url}`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { 'accept-language': 'en' },
    });
    const received = nextException(english);
    english.emit('send', FLOW);
    expect(await received).toMatchObject({
      message: 'Too many messages were sent. Please try again in 3600 seconds.',
    });
    english.close();
  });

  it('tells an operator all fields, with details', async () => {
    const received = nextException();
    client.emit('details', FLOW);
    expect(await received).toMatchObject({
      status: 'error',
      aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
      instance: 'default',
    });
  });

  it('outlives a client that is gone', async () => {
    const hasty = io(`http://${url}`, { transports: ['websocket'], forceNew: true });
    await new Promise<void>((resolve) => hasty.on('connect', resolve));
    hasty.emit('send', { verifyTemplateCode: 'SMS_SILENT' });
    hasty.close();
    const received = nextException();
    client.emit('send', { verifyTemplateCode: 'SMS_SILENT' });
    expect(await received).toMatchObject({ code: 46003, outcome: 'unknown' });
  });
});

describe('SmsExceptionFilter with ws', () => {
  let app: INestApplication;
  let client: WebSocket;

  beforeAll(async () => {
    let url: string;
    ({ app, url } = await startGateway((host) => new WsAdapter(host)));
    client = new WebSocket(`ws://${url}`);
    await once(client, 'open');
  });
  afterAll(async () => {
    client.close();
    await app.close();
  });

  const send = async (event: string, data: object): Promise<unknown> => {
    client.send(JSON.stringify({ event, data }));
    const [message] = (await once(client, 'message')) as [Buffer];
    return JSON.parse(message.toString());
  };

  it('sends the event exception', async () => {
    expect(await send('send', FLOW)).toEqual({ event: 'exception', data: FLOW_EVENT });
    expect(await send('stream', FLOW)).toEqual({
      event: 'exception',
      data: { ...FLOW_EVENT, cause: { pattern: 'stream' } },
    });
  });

  it('keeps the operator’s business to itself', async () => {
    const text = JSON.stringify(await send('send', { verifyTemplateCode: 'SMS_KEY' }));
    expect(text).not.toMatch(OPERATORS_BUSINESS);
  });
});

describe('SmsExceptionFilter in a microservice', () => {
  it('hands a client the fields, all of them with details', async () => {
    @Module({ imports: refusedInstances(aliyun), controllers: [SmsController] })
    class AppModule {}
    const service = await NestFactory.createMicroservice(AppModule, {
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port: 0 },
      logger: false,
    });
    await service.listen();
    const { port } = service.unwrap<{ address(): AddressInfo }>().address();
    const client = ClientProxyFactory.create({
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port },
    });
    const failing = (pattern: string) => rejectionOf(lastValueFrom(client.send(pattern, FLOW)));
    expect(await failing('send')).toEqual(FLOW_FIELDS);
    expect(await failing('details')).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
      retryAfter: 3600,
    });
    await client.close();
    await service.close();
  });
});
