import { AliyunSms, AliyunSmsModule, LimitStoreError, SmsRegistry } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boot, bootInstance, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';
import { endsWithin } from './support/thread.js';

describe('limits of an instance', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  async function limited(misbehave: Misbehaviour, options: object = { limits: 'aliyun' }) {
    const server = await startMisbehavingServer(misbehave);
    const { sms, app } = await bootInstance(server.url, { timeout: 5_000, ...options });
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

  describe('whose store is silent', () => {
    const NOT_SENT = { code: 46003, outcome: 'not-sent', repeat: 'later' };
    const silent = () => ({
      reserve: () => new Promise<never>(() => {}),
      release: () => new Promise<never>(() => {}),
    });
    /** So much longer than the deadline that no busy machine confuses the two. */
    const storeTimeout = 20_000;

    it.each(['allow', 'refuse'])('end at the deadline of the call: %s', async (onStoreError) => {
      const limits = { store: silent(), onStoreError, storeTimeout };
      const { sms, server } = await limited(accept, { timeout: 200, limits });
      const startedAt = performance.now();
      expect(await send(sms)).toMatchObject({ ...NOT_SENT, reason: 'deadline' });
      expect(performance.now() - startedAt).toBeLessThan(storeTimeout / 4);
      expect(server.requests).toEqual([]);
    });

    it('end where the caller aborts', async () => {
      const limits = { store: silent(), storeTimeout };
      const { sms, server } = await limited(accept, { timeout: 20_000, limits });
      const { signal } = abortedIn(50);
      const startedAt = performance.now();
      const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal }));
      expect(error).toMatchObject({ ...NOT_SENT, reason: 'aborted' });
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(server.requests).toEqual([]);
    });

    it('do not ask a store for a call that is aborted already', async () => {
      const reserve = vi.fn<() => Promise<never>>(() => new Promise(() => {}));
      const limits = { store: { ...silent(), reserve }, storeTimeout };
      const { sms } = await limited(accept, { timeout: 20_000, limits });
      const signal = AbortSignal.abort();
      const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal }));
      expect(error).toMatchObject({ ...NOT_SENT, reason: 'aborted' });
      expect(reserve).not.toHaveBeenCalled();
    });

    it('leave the call what is left of its time', async () => {
      const store = {
        reserve: () => new Promise((resolve) => setTimeout(() => resolve({ granted: true }), 400)),
        release: () => Promise.resolve(),
      };
      const { sms } = await limited(() => {}, { timeout: 1_500, limits: { store, storeTimeout } });
      const sending = send(sms);
      // 400 ms and 1,500 ms one after the other would be 1,900 ms.
      expect(await endsWithin(1_800, sending)).toBe(true);
      expect(await sending).toMatchObject({ outcome: 'unknown', reason: 'deadline' });
    });

    it('do not hold the caller with a place that is given back', async () => {
      const released: string[] = [];
      const store = {
        reserve: () => Promise.resolve({ granted: true }),
        release: ({ id }: { id: string }) => {
          released.push(id);
          return new Promise<never>(() => {});
        },
      };
      const { sms } = await limited(
        (socket) => respond(socket, 200, '{"Code":"isv.AMOUNT_NOT_ENOUGH"}'),
        { timeout: 1_000, limits: { store, storeTimeout } },
      );
      const startedAt = performance.now();
      expect(await send(sms)).toMatchObject({ aliyunCode: 'isv.AMOUNT_NOT_ENOUGH' });
      expect(performance.now() - startedAt).toBeLessThan(storeTimeout / 4);
      expect(released).toHaveLength(1);
    });

    it.each(['deadline', 'aborted'])(
      'get back the place that they grant after the end: %s',
      async (reason) => {
        let grant = () => {};
        const released = new Promise<string>((resolve) => {
          const store = {
            reserve: ({ id }: { id: string }) =>
              new Promise((granted) => (grant = () => granted({ granted: true, id }))),
            release: ({ id }: { id: string }) => Promise.resolve(resolve(id)),
          };
          givenStore = store;
        });
        const { sms, server } = await limited(accept, {
          timeout: reason === 'deadline' ? 100 : 20_000,
          limits: { store: givenStore, storeTimeout },
        });
        const signal = reason === 'aborted' ? abortedIn(50).signal : new AbortController().signal;
        const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal }));
        expect(error).toMatchObject({ ...NOT_SENT, reason });
        grant();
        expect(await released).toEqual(expect.any(String));
        expect(server.requests).toEqual([]);
      },
    );
    let givenStore: object;

    function abortedIn(ms: number): AbortController {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return controller;
    }
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
