import { type AddressInfo } from 'node:net';
import {
  Body,
  Controller,
  Inject,
  Module,
  Param,
  Post,
  type Type,
  UseFilters,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ClientProxyFactory, MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type AliyunSms,
  AliyunSmsModule,
  getSmsToken,
  SendMessageDto,
  SmsExceptionFilter,
  SmsRegistry,
  SmsRejectedException,
} from 'nestjs-aliyun-sms';
import { lastValueFrom } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

/** An Aliyun that answers as the template code asks. */
const ANSWERS: Record<string, [number, string, string]> = {
  SMS_FLOW: [200, 'isv.BUSINESS_LIMIT_CONTROL', '触发小时级流控Permits:5'],
  SMS_NUMBER: [200, 'isv.MOBILE_NUMBER_ILLEGAL', 'invalid mobile number'],
  SMS_SIGN: [200, 'isv.SMS_SIGNATURE_ILLEGAL', '签名不合法'],
  SMS_KEY: [404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.'],
  SMS_500: [500, 'InternalError', 'internal'],
};

@Controller()
@UseFilters(new SmsExceptionFilter())
class SmsController {
  constructor(
    @Inject(getSmsToken()) private readonly sms: AliyunSms,
    @Inject(SmsRegistry) private readonly registry: SmsRegistry,
  ) {}

  @Post('tenants/:name')
  sendAs(@Param('name') name: string, @Body() message: SendMessageDto) {
    return this.registry.get(name).sendMessage(message);
  }

  @Post('send')
  send(@Body() message: SendMessageDto) {
    return this.sms.sendMessage(message);
  }

  @MessagePattern('send')
  sendByRpc(@Payload() message: SendMessageDto) {
    return this.sms.sendMessage(message);
  }
}

describe('SmsExceptionFilter', () => {
  let aliyun: MisbehavingServer;
  let AppModule: Type;

  beforeAll(async () => {
    aliyun = await startMisbehavingServer((socket, head) => {
      const [status, Code, Message] = ANSWERS[/TemplateCode=(\w+)/.exec(head)![1]!] ?? [];
      if (status) respond(socket, status, JSON.stringify({ Code, Message, RequestId: 'R-1' }));
    });
    @Module({
      imports: [
        AliyunSmsModule.forRoot({
          ...KEYS,
          verifySign: '某某科技',
          endpoint: aliyun.url,
          timeout: 150,
          logging: false,
        }),
      ],
      controllers: [SmsController],
    })
    class TheModule {}
    AppModule = TheModule;
  });
  afterAll(() => aliyun.close());

  const CASES: [string, object, number, object][] = [
    [
      '46001',
      { phoneList: [] },
      400,
      { code: 46001, violations: { phoneList: ['must not be empty'] } },
    ],
    ['flow control', { verifyTemplateCode: 'SMS_FLOW' }, 429, { code: 46002, retryAfter: 3600 }],
    ['a recipient that is refused', { verifyTemplateCode: 'SMS_NUMBER' }, 422, { code: 46002 }],
    [
      'a sign that is refused',
      { verifyTemplateCode: 'SMS_SIGN' },
      502,
      { code: 46002, requestId: 'R-1' },
    ],
    [
      'a key that is refused',
      { verifyTemplateCode: 'SMS_KEY' },
      502,
      { code: 46002, aliyunCode: 'InvalidAccessKeyId.NotFound' },
    ],
    [
      'an unknown outcome',
      { verifyTemplateCode: 'SMS_500' },
      503,
      { code: 46003, outcome: 'unknown' },
    ],
    [
      'the deadline',
      { verifyTemplateCode: 'SMS_SILENT' },
      504,
      { code: 46003, reason: 'deadline' },
    ],
  ];

  describe.each(['Express', 'Fastify'])('on %s', (platform) => {
    let url: string;
    let close: () => Promise<void>;

    beforeAll(async () => {
      const options = { logger: false } as const;
      const app =
        platform === 'Express'
          ? await NestFactory.create(AppModule, options)
          : await NestFactory.create(AppModule, new FastifyAdapter(), options);
      await app.listen(0, '127.0.0.1');
      url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
      close = () => app.close();
    });
    afterAll(() => close());

    it.each(CASES)('answers %s', async (_, change, status, body) => {
      const response = await fetch(`${url}/send`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...LOGIN_CODE, ...change }),
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ statusCode: status, ...body });
      const { retryAfter } = body as { retryAfter?: number };
      expect(response.headers.get('retry-after')).toBe(retryAfter ? String(retryAfter) : null);
    });
  });

  it.each(['without resolve', 'that resolve does not know'])(
    'answers 404 for the name of an instance %s, without the names of others',
    async (kind) => {
      const resolve = () => Promise.resolve(undefined);
      @Module({
        imports: [
          AliyunSmsModule.forRoot({
            ...KEYS,
            verifySign: '某某科技',
            logging: false,
            ...(kind === 'that resolve does not know' && { resolve }),
          }),
          AliyunSmsModule.forFeature({ name: 'secret-tenant' }),
        ],
        controllers: [SmsController],
      })
      class TenantModule {}
      const app = await NestFactory.create(TenantModule, { logger: false });
      await app.listen(0, '127.0.0.1');
      const { port } = app.getHttpServer().address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/tenants/nobody`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(LOGIN_CODE),
      });
      const body = await response.text();
      await app.close();
      expect(response.status).toBe(404);
      expect(JSON.parse(body)).toMatchObject({
        statusCode: 404,
        code: 46003,
        reason: 'unknown-instance',
        repeat: 'no',
        instance: 'nobody',
      });
      expect(body).not.toContain('secret-tenant');
    },
  );

  it('hands an RPC client the fields of the exception', async () => {
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

    const error = await rejectionOf(
      lastValueFrom(client.send('send', { ...LOGIN_CODE, verifyTemplateCode: 'SMS_FLOW' })),
    );
    expect(error).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
      retryAfter: 3600,
    });
    await client.close();
    await service.close();
  });

  it('rethrows for GraphQL, with the fields as extensions', () => {
    const exception = new SmsRejectedException({
      aliyunCode: 'isv.OUT_OF_SERVICE',
      aliyunMessage: '业务停机',
    });
    const host = new ExecutionContextHost([]);
    host.setType('graphql');
    expect(() => new SmsExceptionFilter().catch(exception, host)).toThrow(exception);
    expect(exception).toMatchObject({ extensions: { code: 46002 } });
  });
});
