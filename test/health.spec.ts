import { ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { Test } from '@nestjs/testing';
import { AliyunSmsModule, type AliyunSmsRootOptions, SmsRegistry } from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import {
  AliyunSmsHealthIndicator,
  type AliyunSmsHealthOptions,
  type AliyunSmsInstanceHealth,
} from 'nestjs-aliyun-sms/terminus';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KEYS, rejectionOf } from './support/app.js';
import {
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

describe('AliyunSmsHealthIndicator', () => {
  let emulator: AliyunSmsEmulator;
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => (emulator = await AliyunSmsEmulator.start()));
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  afterAll(() => emulator.close());

  async function bootHealth(root: AliyunSmsRootOptions, ...names: string[]) {
    const module = await Test.createTestingModule({
      imports: [
        TerminusModule.forRoot({ logger: false }),
        AliyunSmsModule.forRoot({ verifySign: '某某科技', logging: false, retry: false, ...root }),
        AliyunSmsModule.forFeature(names.map((name) => ({ name, ...KEYS, ...root }))),
      ],
      providers: [AliyunSmsHealthIndicator],
    }).compile();
    const app = await module.init();
    closers.unshift(() => app.close());
    const indicator = app.get(AliyunSmsHealthIndicator);
    return {
      registry: app.get(SmsRegistry),
      isHealthy: async (options?: AliyunSmsHealthOptions) =>
        (await indicator.isHealthy('sms', options)).sms as {
          status: string;
          instances: Record<string, AliyunSmsInstanceHealth>;
        },
      check: () => app.get(HealthCheckService).check([() => indicator.isHealthy('sms')]),
    };
  }

  async function bootAgainst(misbehave: Misbehaviour) {
    const server: MisbehavingServer = await startMisbehavingServer(misbehave);
    closers.push(() => server.close());
    return { server, ...(await bootHealth({ ...KEYS, endpoint: server.url })) };
  }
  const answering = (status: number, body: object) =>
    bootAgainst((socket) =>
      respond(socket, status, JSON.stringify({ RequestId: 'R-1', Message: '…', ...body })),
    );
  const local = () => ({ ...emulator.accounts[0], endpoint: emulator.url });

  it('is up where Aliyun knows the account, and sends nothing', async () => {
    const { check } = await bootHealth(local(), 'login');
    const up = { status: 'up', requestId: expect.stringMatching(/^[\dA-F-]{36}$/) as string };
    expect(await check()).toMatchObject({
      status: 'ok',
      details: { sms: { status: 'up', instances: { default: up, login: up } } },
    });
    expect(emulator.messages()).toEqual([]);
  });

  it('is down where Aliyun does not, and fails the health check with 503', async () => {
    const { check } = await bootHealth({ ...local(), accessSecret: 'wrong-secret' });
    const error = await rejectionOf<ServiceUnavailableException>(check());
    expect(error.getStatus()).toBe(503);
    expect(error.getResponse()).toMatchObject({
      status: 'error',
      error: {
        sms: {
          status: 'down',
          instances: {
            default: {
              status: 'down',
              code: 46002,
              aliyunCode: 'SignatureDoesNotMatch',
              remedy: expect.stringContaining('secret') as string,
            },
          },
        },
      },
    });
  });

  it('tells the instances apart', async () => {
    const { isHealthy, registry } = await bootHealth(local(), 'login');
    registry.register({ name: 'foreign', accessKey: 'LTAI5tForeign', accessSecret: 'x' });
    const found = await isHealthy();
    expect(found.status).toBe('down');
    expect(found.instances).toMatchObject({
      login: { status: 'up' },
      foreign: { status: 'down', aliyunCode: 'InvalidAccessKeyId.NotFound' },
    });
    expect(await isHealthy({ instances: ['login'] })).toEqual({
      status: 'up',
      instances: { login: expect.objectContaining({ status: 'up' }) as object },
    });
  });

  it('leaves out a root that has no account', async () => {
    const module = await Test.createTestingModule({
      imports: [
        TerminusModule,
        AliyunSmsModule.forRoot({ endpoint: emulator.url, verifySign: '某某科技' }),
        AliyunSmsModule.forFeature({ name: 'login', ...emulator.accounts[0] }),
      ],
      providers: [AliyunSmsHealthIndicator],
    }).compile();
    closers.push(() => module.close());
    const { sms } = await module.get(AliyunSmsHealthIndicator).isHealthy('sms');
    expect(Object.keys(sms['instances'] as object)).toEqual(['login']);
  });

  it('throws for an instance that does not exist', async () => {
    const { isHealthy } = await bootHealth(local());
    expect(await rejectionOf(isHealthy({ instances: ['logn'] }))).toMatchObject({
      code: 46003,
      reason: 'unknown-instance',
      instance: 'logn',
    });
  });

  it.each([
    [403, 'NoPermission'],
    [403, 'Forbidden.RAM'],
    [200, 'isp.RAM_PERMISSION_DENY'],
    [400, 'Throttling.User'],
  ])('is up with a note where the question itself is refused: %s %s', async (status, Code) => {
    const { isHealthy } = await answering(status, { Code });
    const { instances } = await isHealthy();
    expect(instances['default']).toEqual({
      status: 'up',
      requestId: 'R-1',
      note: expect.stringContaining(Code) as string,
    });
  });

  it.each([
    [200, 'isv.OUT_OF_SERVICE'],
    [403, 'Forbidden.RiskControl'],
    [404, 'InvalidAccessKeyId.Inactive'],
  ])('is down where a send would be refused as well: %s %s', async (status, Code) => {
    const { isHealthy } = await answering(status, { Code });
    const { instances } = await isHealthy();
    expect(instances['default']).toMatchObject({ status: 'down', aliyunCode: Code, code: 46002 });
  });

  it.each<[string, Misbehaviour]>([
    ['reset', (socket) => socket.destroy()],
    ['unreadable-answer', (socket) => respond(socket, 200, '<html>')],
    ['server-error', (socket) => respond(socket, 503, '{"Code":"ServiceUnavailable"}')],
  ])('is down without a usable answer: %s', async (reason, misbehave) => {
    const { isHealthy } = await bootAgainst(misbehave);
    const { instances } = await isHealthy();
    expect(instances['default']).toMatchObject({ status: 'down', code: 46003, reason });
  });

  it('is down after its own timeout, and leaves no socket behind', async () => {
    const { isHealthy, server } = await bootAgainst(() => {});
    const startedAt = performance.now();
    const { instances } = await isHealthy({ timeout: 600 });
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(instances['default']).toEqual({ status: 'down', code: 46003, reason: 'deadline' });
    await server.idle();
    expect(server.requests).toHaveLength(1);
  });

  it('asks one question, and neither to send nor for a number', async () => {
    const { isHealthy, server } = await answering(200, { Code: 'OK' });
    await isHealthy();
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toContain('x-acs-action: QuerySmsSignList');
    expect(server.requests[0]).toMatch(/^POST \/\?PageIndex=1&PageSize=1 /);
  });

  it('shows no secret, whatever is answered', async () => {
    const { isHealthy } = await bootAgainst((socket, head) =>
      respond(
        socket,
        400,
        JSON.stringify({ Code: KEYS.accessKey, Message: `${head} ${KEYS.accessSecret}` }),
      ),
    );
    const shown = JSON.stringify(await isHealthy());
    expect(shown).toContain('"status":"down"');
    for (const secret of [KEYS.accessKey, KEYS.accessSecret, '某某科技', 'Signature=']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('asks a failover for one instance that can send, and says so of a type that cannot be asked', async () => {
    const { registry, isHealthy } = await bootHealth({
      ...emulator.accounts[0],
      endpoint: emulator.url,
    });
    registry.register({ name: 'wrong', accessKey: 'LTAI5tNobody', accessSecret: 'x' });
    registry.register({ name: 'both', type: 'SMS.Failover', instances: ['wrong', 'default'] });
    registry.register({ name: 'loop', type: 'SMS.Failover', instances: ['both', 'wrong'] });
    const { instances } = await isHealthy({ instances: ['both'] });
    expect(instances).toMatchObject({ both: { status: 'up' } });
    expect(await isHealthy({ instances: ['loop'] })).toMatchObject({
      status: 'down',
      instances: { loop: { status: 'down', reason: 'failover' } },
    });
  });
});
