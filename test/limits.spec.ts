import { AliyunSms, AliyunSmsModule, LimitStoreError, SmsRegistry } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { boot, bootInstance, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

describe('limits of an instance', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  async function limited(misbehave: Misbehaviour, options: object = { limits: 'aliyun' }) {
    const server = await startMisbehavingServer(misbehave);
    const { sms, app } = await bootInstance(server.url, { timeout: 300, ...options });
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    return { server, sms };
  }
  const accept: Misbehaviour = (socket) => respond(socket, 200, ACCEPTED);
  const send = (sms: AliyunSms) => sms.sendMessage(LOGIN_CODE).catch((error: Error) => error);

  it('let exactly one of 200 concurrent sends through where one is allowed', async () => {
    const { sms, server } = await limited(accept);
    const results = await Promise.all(Array.from({ length: 200 }, () => send(sms)));
    expect(results.filter((result) => 'bizId' in result)).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  it('refuse before the network as Aliyun would, and say that it was here', async () => {
    const { sms, server } = await limited(accept);
    await send(sms);
    const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
      aliyunMessage: '触发分钟级流控Permits:1',
      local: true,
      instance: 'default',
    });
    expect((error as unknown as { retryAfter: number }).retryAfter).toBeGreaterThan(50);
    expect(server.requests).toHaveLength(1);
  });

  it('give the place back where Aliyun refused or nothing was sent', async () => {
    const { sms, server } = await limited((socket, _, nth) =>
      nth === 1
        ? respond(socket, 200, '{"Code":"isv.AMOUNT_NOT_ENOUGH"}')
        : respond(socket, 200, ACCEPTED),
    );
    expect(await send(sms)).toMatchObject({ aliyunCode: 'isv.AMOUNT_NOT_ENOUGH' });
    expect(await send(sms)).toHaveProperty('bizId');
    expect(server.requests).toHaveLength(2);
  });

  it('keep the place where the outcome is unknown', async () => {
    const { sms, server } = await limited((socket) => socket.resetAndDestroy());
    expect(await send(sms)).toMatchObject({ outcome: 'unknown' });
    expect(await send(sms)).toMatchObject({ local: true });
    expect(server.requests).toHaveLength(1);
  });

  it('are shared by the instances of an application that share a sign', async () => {
    const server = await startMisbehavingServer(accept);
    const app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        verifySign: '同',
        endpoint: server.url,
        limits: 'aliyun',
        logging: false,
      }),
      AliyunSmsModule.forFeature([{ name: 'a' }, { name: 'b' }, { name: 'c', verifySign: '异' }]),
    );
    cleanUp.push(
      () => server.close(),
      () => app.close(),
    );
    const registry = app.get(SmsRegistry);
    expect(await send(registry.get('a', AliyunSms))).toHaveProperty('bizId');
    expect(await send(registry.get('b', AliyunSms))).toMatchObject({ local: true });
    expect(await send(registry.get('c', AliyunSms))).toHaveProperty('bizId');
  });

  it('send nothing where their store fails and may not be ignored', async () => {
    const store = {
      reserve: () => Promise.reject(new LimitStoreError('failed')),
      release: () => Promise.resolve(),
    };
    const windows = [{ limit: 1, windowMs: 60_000, by: 'phone' }];
    const { sms, server } = await limited(accept, { limits: { windows, store } });
    expect(await send(sms)).toMatchObject({
      code: 46003,
      reason: 'limit-store',
      outcome: 'not-sent',
    });
    expect(server.requests).toHaveLength(0);
  });

  it.each(['+13800138000', '+86 138 0013 8000', '１３８００１３８０００', '13800138000\r'])(
    'leave out a number that is exempt, written as %j',
    async (phone) => {
      const windows = [{ limit: 1, windowMs: 60_000, by: 'phone' }];
      const { sms, server } = await limited(accept, { limits: { windows, exempt: [phone] } });
      await send(sms);
      expect(await send(sms)).toHaveProperty('bizId');
      expect(server.requests).toHaveLength(2);
    },
  );

  it('are checked at bootstrap', async () => {
    await expect(bootInstance('https://x.cn', { limits: [{ limit: 0 }] as never })).rejects.toThrow(
      /limits\[0\]\.limit must be/,
    );
  });
});
