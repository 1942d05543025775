import type { INestApplicationContext, OnApplicationShutdown } from '@nestjs/common';
import { SmsRegistry } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bootInstance, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

/** Calls the hook itself, since Nest comes to it after some others. */
async function shutDown(app: INestApplicationContext): Promise<void> {
  await app.get<OnApplicationShutdown>('ALIYUN_SMS_INSTANCES').onApplicationShutdown();
}

describe('shutting down', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

  async function start(misbehave: Misbehaviour, options: object = {}) {
    const server = await startMisbehavingServer(misbehave);
    cleanUp.push(() => server.close());
    return { server, ...(await bootInstance(server.url, options)) };
  }

  it('lets a call in flight finish, and refuses new ones', async () => {
    let answer = () => {};
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { sms, app, server } = await start((socket) => {
      answer = () => respond(socket, 200, ACCEPTED);
      arrive();
    });
    const sending = sms.sendMessage(LOGIN_CODE);
    await arrived;
    const closing = shutDown(app);
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      code: 46003,
      reason: 'closed',
      outcome: 'not-sent',
    });
    answer();
    await expect(sending).resolves.toMatchObject({ code: 'OK' });
    await closing;
    await app.close();
    await server.idle();
    expect(server.requests).toHaveLength(1);
  });

  it('gives up a call that takes longer than the grace time, as unknown', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { sms, app, server } = await start(() => arrive(), { shutdownGrace: 50 });
    const sending = rejectionOf(sms.sendMessage(LOGIN_CODE));
    await arrived;
    await app.close();
    expect(await sending).toMatchObject({ code: 46003, reason: 'closed', outcome: 'unknown' });
    await server.idle();
  });

  it('gives up a call of an instance that was taken out meanwhile', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { app, server } = await start(() => arrive(), { shutdownGrace: 50, timeout: 60_000 });
    const registry = app.get(SmsRegistry);
    const other = { accessKey: 'LTAI5tGone', accessSecret: 'x', verifySign: 'x' };
    registry.register({ name: 'gone', endpoint: server.url, ...other });
    const sending = rejectionOf(registry.get('gone').sendMessage(LOGIN_CODE));
    await arrived;
    registry.unregister('gone');
    await app.close();
    expect(await sending).toMatchObject({ code: 46003, reason: 'closed', outcome: 'unknown' });
  });

  describe('after a send under fake timers', () => {
    afterEach(() => vi.useRealTimers());
    const realTimeout = globalThis.setTimeout;
    const fake = () =>
      vi.useFakeTimers({
        toFake: [
          'setTimeout',
          'clearTimeout',
          'setImmediate',
          'clearImmediate',
          'setInterval',
          'clearInterval',
          'Date',
          'performance',
          'queueMicrotask',
        ],
      });
    const within = (ms: number, work: Promise<unknown>) =>
      Promise.race([
        work.then(() => 'done'),
        new Promise((resolve) => realTimeout(() => resolve('not done'), ms)),
      ]);
    const accept: Misbehaviour = (socket) => respond(socket, 200, ACCEPTED);

    it('closes', async () => {
      const { sms, app } = await start(accept, { shutdownGrace: 50 });
      fake();
      expect(await within(3_000, sms.sendMessage(LOGIN_CODE))).toBe('done');
      vi.useRealTimers();
      expect(await within(3_000, app.close())).toBe('done');
    });

    it('closes within the grace time while they are still fake', async () => {
      const { sms, app } = await start(accept, { shutdownGrace: 50 });
      fake();
      expect(await within(3_000, sms.sendMessage(LOGIN_CODE))).toBe('done');
      expect(await within(3_000, app.close())).toBe('done');
    });

    it('gives up a call in flight while they are still fake', async () => {
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      const { sms, app } = await start(() => arrive(), { shutdownGrace: 50 });
      fake();
      sms.sendMessage(LOGIN_CODE).catch(() => {});
      await arrived;
      expect(await within(3_000, app.close())).toBe('done');
    });
  });

  it('may happen twice', async () => {
    const { app } = await start(() => {});
    await app.close();
    await expect(shutDown(app)).resolves.toBeUndefined();
  });
});
