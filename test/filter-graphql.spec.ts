import type { AddressInfo } from 'node:net';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import {
  type DynamicModule,
  Inject,
  type INestApplication,
  Module,
  UseFilters,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, GraphQLModule, Mutation, Resolver } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type AliyunSms, getSmsToken, SmsExceptionFilter } from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from './support/app.js';
import type { MisbehavingServer } from './support/misbehaving-server.js';
import {
  OPERATORS_BUSINESS,
  refusedInstances,
  startRefusingAliyun,
} from './support/refusing-aliyun.js';

const typeDefs = `
  type Query { alive: Boolean }
  type Mutation { send(template: String!, phone: String): String, sendWithDetails(template: String!): String }
`;

@Resolver()
class SmsResolver {
  constructor(@Inject(getSmsToken()) private readonly sms: AliyunSms) {}

  @Mutation('send')
  @UseFilters(SmsExceptionFilter)
  send(@Args('template') verifyTemplateCode: string, @Args('phone') phone?: string) {
    const phoneList = phone === undefined ? LOGIN_CODE.phoneList : [phone];
    return this.#send({ verifyTemplateCode, phoneList });
  }

  @Mutation('sendWithDetails')
  @UseFilters(new SmsExceptionFilter({ details: true }))
  sendWithDetails(@Args('template') verifyTemplateCode: string) {
    return this.#send({ verifyTemplateCode });
  }

  async #send(change: object): Promise<string> {
    return (await this.sms.sendMessage({ ...LOGIN_CODE, ...change })).bizId;
  }
}

// Outside of production Apollo sends stacks to its clients.
const apollo = () =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    typeDefs,
    includeStacktraceInErrorResponses: true,
  });

const SERVERS: [string, () => DynamicModule, 'express' | 'fastify'][] = [
  ['Apollo on Express', apollo, 'express'],
  ['Apollo on Fastify', apollo, 'fastify'],
  [
    'Mercurius',
    () => GraphQLModule.forRoot<MercuriusDriverConfig>({ driver: MercuriusDriver, typeDefs }),
    'fastify',
  ],
];

describe.each(SERVERS)('SmsExceptionFilter under %s', (_, graphql, platform) => {
  let aliyun: MisbehavingServer;
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    aliyun = await startRefusingAliyun();
    @Module({ imports: [...refusedInstances(aliyun), graphql()], providers: [SmsResolver] })
    class AppModule {}
    const options = { logger: false } as const;
    app =
      platform === 'express'
        ? await NestFactory.create(AppModule, options)
        : await NestFactory.create(AppModule, new FastifyAdapter(), options);
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await app.close();
    await aliyun.close();
  });

  const mutate = async (field: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: `mutation { ${field} }` }),
    });
    const text = await response.text();
    const { errors } = JSON.parse(text) as {
      errors: { message: string; extensions: Record<string, unknown> }[];
    };
    expect(errors).toHaveLength(1);
    const { stacktrace, ...extensions } = errors[0]!.extensions;
    return { status: response.status, text, error: errors[0]!, stacktrace, extensions };
  };

  it('answers with a text for people, and extensions with the code as a string', async () => {
    const { status, text, error, stacktrace, extensions } = await mutate(
      'send(template: "SMS_FLOW")',
    );
    expect(status).toBe(200);
    expect(error).toMatchObject({
      message: '短信发送过于频繁，请在 3600 秒后再试。',
      path: ['send'],
    });
    expect(extensions).toEqual({
      code: '46002',
      smsCode: 46002,
      outcome: 'refused',
      repeat: 'later',
      retryAfter: 3600,
    });
    expect(text).not.toMatch(OPERATORS_BUSINESS_OF_GRAPHQL);
    // Mercurius has none.
    expect(stacktrace ?? [`Error: ${error.message}`]).toEqual([`Error: ${error.message}`]);
  });

  it('tells the violations of 46001 without values', async () => {
    const { text, extensions } = await mutate('send(template: "SMS_1", phone: "12345")');
    expect(extensions).toEqual({
      code: '46001',
      smsCode: 46001,
      outcome: 'invalid',
      repeat: 'no',
      violations: { phoneList: [expect.stringContaining('no valid phone number at [0]')] },
    });
    expect(text).not.toContain('12345');
  });

  it('keeps to itself what the operator has to mend', async () => {
    for (const template of ['SMS_MONEY', 'SMS_KEY', 'SMS_SIGN']) {
      const { text, error, extensions } = await mutate(`send(template: "${template}")`);
      expect(error.message).toBe('暂时无法发送短信，请稍后再试。');
      expect(Object.keys(extensions).sort()).toEqual(['code', 'outcome', 'repeat', 'smsCode']);
      expect(text).not.toMatch(OPERATORS_BUSINESS_OF_GRAPHQL);
    }
  });

  it('speaks the language of the request', async () => {
    const { error } = await mutate('send(template: "SMS_FLOW")', { 'accept-language': 'en' });
    expect(error.message).toBe('Too many messages were sent. Please try again in 3600 seconds.');
  });

  it('tells an operator all fields, with details', async () => {
    const { extensions, error } = await mutate('sendWithDetails(template: "SMS_KEY")');
    expect(error.message).toContain('InvalidAccessKeyId.NotFound');
    expect(extensions).toMatchObject({
      code: '46002',
      smsCode: 46002,
      outcome: 'refused',
      aliyunCode: 'InvalidAccessKeyId.NotFound',
      requestId: 'R-1',
      instance: 'default',
    });
  });
});

// Apollo names the field `stacktrace`; what it holds is looked at by itself.
const OPERATORS_BUSINESS_OF_GRAPHQL = new RegExp(
  OPERATORS_BUSINESS.source.replace('|stack|', '|'),
  'i',
);
