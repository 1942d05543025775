import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import {
  type ArgumentsHost,
  Body,
  Controller,
  Get,
  Header,
  Inject,
  type INestApplication,
  type MiddlewareConsumer,
  Module,
  Param,
  Post,
  Res,
  type Type,
  UseFilters,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type AliyunSms,
  AliyunSmsModule,
  getSmsToken,
  SendMessageDto,
  SmsExceptionFilter,
  SmsRegistry,
  SmsRejectedException,
  SmsRequestException,
} from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS, LOGIN_CODE } from './support/app.js';
import type { MisbehavingServer } from './support/misbehaving-server.js';
import {
  OPERATORS_BUSINESS,
  refusedInstances,
  startRefusingAliyun,
} from './support/refusing-aliyun.js';

const REFUSED = new SmsRejectedException({
  aliyunCode: 'isv.AMOUNT_NOT_ENOUGH',
  aliyunMessage: '账户余额不足',
});

@Controller()
// The class: Nest makes the filter without options.
@UseFilters(SmsExceptionFilter)
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

  @Post('details')
  @UseFilters(new SmsExceptionFilter({ details: true }))
  sendWithDetails(@Body() message: SendMessageDto) {
    return this.sms.sendMessage(message);
  }

  @Get('page')
  @Header('Content-Type', 'text/html')
  page() {
    throw REFUSED;
  }

  @Get('begun')
  begun(@Res() response: ServerResponse & { raw?: ServerResponse }) {
    (response.raw ?? response).write('first line\n');
    throw REFUSED;
  }

  @Get('answered')
  answered(@Res() response: { send(body: string): unknown }) {
    response.send('all is well');
    throw REFUSED;
  }
}

type Fields = Record<string, unknown>;

describe('SmsExceptionFilter', () => {
  let aliyun: MisbehavingServer;
  let AppModule: Type;

  beforeAll(async () => {
    aliyun = await startRefusingAliyun();
    @Module({
      imports: refusedInstances(aliyun),
      controllers: [SmsController],
    })
    class TheModule {
      configure(consumer: MiddlewareConsumer) {
        consumer
          .apply(() => {
            throw REFUSED;
          })
          .forRoutes('guarded');
      }
    }
    AppModule = TheModule;
  });
  afterAll(() => aliyun.close());

  // What a stranger is told: the change of the message, the HTTP status, and the whole body without its statusCode.
  const CASES: [what: string, change: object, status: number, body: Fields][] = [
    [
      '46001, with the fields',
      { phoneList: [] },
      400,
      {
        code: 46001,
        outcome: 'invalid',
        repeat: 'no',
        violations: { phoneList: ['must not be empty'] },
        message: '短信没有发出：提交的内容有误，请检查后再试。',
      },
    ],
    [
      'flow control, with the seconds to wait',
      { verifyTemplateCode: 'SMS_FLOW' },
      429,
      {
        code: 46002,
        outcome: 'refused',
        repeat: 'later',
        retryAfter: 3600,
        message: '短信发送过于频繁，请在 3600 秒后再试。',
      },
    ],
    [
      'flow control of which no window is known',
      { verifyTemplateCode: 'SMS_BUSY' },
      429,
      {
        code: 46002,
        outcome: 'refused',
        repeat: 'later',
        message: '短信发送过于频繁，请稍后再试。',
      },
    ],
    ...['SMS_NUMBER', 'SMS_BLACK'].map((verifyTemplateCode): (typeof CASES)[number] => [
      `a number that cannot receive it (${verifyTemplateCode})`,
      { verifyTemplateCode },
      422,
      {
        code: 46002,
        outcome: 'refused',
        repeat: 'no',
        message: '该手机号无法接收这条短信，请核对号码或换一个号码。',
      },
    ]),
    [
      'content that is refused',
      { verifyTemplateCode: 'SMS_CONTENT' },
      422,
      {
        code: 46002,
        outcome: 'refused',
        repeat: 'no',
        message: '短信没有发出：内容不符合要求，请修改后再试。',
      },
    ],
    ...(
      [
        ['SMS_SIGN', 502],
        ['SMS_MONEY', 502],
        ['SMS_KEY', 502],
        ['SMS_MONTH', 429],
      ] as const
    ).map(([verifyTemplateCode, status]): (typeof CASES)[number] => [
      `one neutral sentence for what the operator has to mend (${verifyTemplateCode})`,
      { verifyTemplateCode },
      status,
      {
        code: 46002,
        outcome: 'refused',
        repeat: 'no',
        message: '暂时无法发送短信，请稍后再试。',
      },
    ]),
    [
      'an unknown outcome',
      { verifyTemplateCode: 'SMS_500' },
      503,
      {
        code: 46003,
        outcome: 'unknown',
        repeat: 'care',
        message: '短信可能已经发出，请先留意手机；几分钟后仍未收到再重试。',
      },
    ],
    [
      'the deadline',
      { verifyTemplateCode: 'SMS_SILENT' },
      504,
      {
        code: 46003,
        outcome: 'unknown',
        repeat: 'care',
        message: '短信可能已经发出，请先留意手机；几分钟后仍未收到再重试。',
      },
    ],
  ];

  describe.each(['Express', 'Fastify'])('on %s', (platform) => {
    let app: INestApplication;
    let url: string;

    beforeAll(async () => {
      const options = { logger: false } as const;
      app =
        platform === 'Express'
          ? await NestFactory.create(AppModule, options)
          : await NestFactory.create(AppModule, new FastifyAdapter(), options);
      app.useGlobalFilters(new SmsExceptionFilter());
      await app.listen(0, '127.0.0.1');
      url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    });
    afterAll(() => app.close());

    const post = (path: string, change: object, language?: string) =>
      fetch(`${url}/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(language !== undefined && { 'accept-language': language }),
        },
        body: JSON.stringify({ ...LOGIN_CODE, ...change }),
      });

    it.each(CASES)('tells a stranger of %s, and nothing else', async (_, change, status, body) => {
      const response = await post('send', change);
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(JSON.parse(text)).toEqual({ statusCode: status, ...body });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      const { retryAfter } = body as { retryAfter?: number };
      expect(response.headers.get('retry-after')).toBe(retryAfter ? String(retryAfter) : null);
      expect(text).not.toMatch(OPERATORS_BUSINESS);
      expect(text).not.toContain('13800138000');
    });

    it('keeps endpoint and instance to itself where nobody listens', async () => {
      const response = await post('tenants/unreachable', {});
      const text = await response.text();
      expect(response.status).toBe(503);
      expect(JSON.parse(text)).toEqual({
        statusCode: 503,
        code: 46003,
        outcome: 'not-sent',
        repeat: 'later',
        message: '暂时无法发送短信，请稍后再试。',
      });
      expect(text).not.toMatch(OPERATORS_BUSINESS);
    });

    it.each([
      ['en', 'Too many messages were sent. Please try again in 3600 seconds.'],
      ['en-US,zh;q=0.5', 'Too many messages were sent. Please try again in 3600 seconds.'],
      ['zh-TW,en;q=0.5', '短信发送过于频繁，请在 3600 秒后再试。'],
      ['*', '短信发送过于频繁，请在 3600 秒后再试。'],
      [`;;,=${'x'.repeat(5000)}`, '短信发送过于频繁，请在 3600 秒后再试。'],
    ])('speaks the language of the request: %s', async (language, message) => {
      const response = await post('send', { verifyTemplateCode: 'SMS_FLOW' }, language);
      expect(await response.json()).toMatchObject({ message });
    });

    it('tells an operator all fields, with details', async () => {
      const key = await post('details', { verifyTemplateCode: 'SMS_KEY' });
      expect(await key.json()).toMatchObject({
        statusCode: 502,
        code: 46002,
        outcome: 'refused',
        aliyunCode: 'InvalidAccessKeyId.NotFound',
        remedy: expect.stringContaining('RAM console') as string,
        requestId: 'R-1',
        instance: 'default',
        message: expect.stringContaining('InvalidAccessKeyId.NotFound') as string,
      });
      const late = await post('details', { verifyTemplateCode: 'SMS_SILENT' });
      expect(await late.json()).toMatchObject({ statusCode: 504, reason: 'deadline' });
    });

    it('sends JSON from a route of another content type', async () => {
      const response = await fetch(`${url}/page`);
      expect(response.status).toBe(502);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await response.json()).toMatchObject({ code: 46002 });
    });

    it('answers HEAD with the status and no body', async () => {
      const response = await fetch(`${url}/page`, { method: 'HEAD' });
      expect(response.status).toBe(502);
      expect(await response.text()).toBe('');
    });

    it('ends a response that has begun, and the application lives on', async () => {
      const begun = await fetch(`${url}/begun`);
      expect(await begun.text()).toBe('first line\n');
      const answered = await fetch(`${url}/answered`);
      expect(await answered.text()).toBe('all is well');
      expect((await fetch(`${url}/page`)).status).toBe(502);
    });

    it('answers what middleware throws', async () => {
      const response = await fetch(`${url}/guarded`);
      expect(response.status).toBe(502);
      expect(await response.json()).toMatchObject({ statusCode: 502, code: 46002 });
    });
  });

  it.each(['without resolve', 'that resolve does not know'])(
    'answers 404 for the name of an instance %s, without any name',
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
        providers: [{ provide: APP_FILTER, useClass: SmsExceptionFilter }],
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
      expect(JSON.parse(body)).toEqual({
        statusCode: 404,
        code: 46003,
        outcome: 'not-sent',
        repeat: 'no',
        message: '没有找到所请求的短信服务。',
      });
    },
  );

  it('throws on in a context that it does not know, where a value would count as a result', () => {
    const host = new ExecutionContextHost([]);
    host.setType('necord');
    const exception = new SmsRequestException({
      reason: 'dns',
      outcome: 'not-sent',
      detail: 'x',
    });
    expect(() => new SmsExceptionFilter().catch(exception, host as ArgumentsHost)).toThrow(
      exception,
    );
  });
});
