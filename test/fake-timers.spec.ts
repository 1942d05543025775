import type { INestApplicationContext } from '@nestjs/common';
import type { AliyunSms } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bootInstance, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

// What Jest fakes by default, except process.nextTick: Jest gives its tests a process object of their own, while
// Vitest would replace the one that the sockets of Node live on.
const FAKED = [
  'setTimeout',
  'clearTimeout',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'Date',
  'performance',
  'queueMicrotask',
  'hrtime',
] as const;

const accept: Misbehaviour = (socket) => respond(socket, 200, ACCEPTED);

describe.each<[string, (typeof FAKED)[number][]]>([
  ['all timers', [...FAKED]],
  ['setImmediate', ['setImmediate']],
  ['queueMicrotask', ['queueMicrotask']],
  ['setTimeout and performance', ['setTimeout', 'clearTimeout', 'performance']],
])('under fake timers: %s', (_, toFake) => {
  let server: MisbehavingServer;
  let app: INestApplicationContext;
  let sms: AliyunSms;

  async function start(misbehave: Misbehaviour, options: object = {}) {
    server = await startMisbehavingServer(misbehave);
    ({ app, sms } = await bootInstance(server.url, { shutdownGrace: 50, ...options }));
  }
  const fake = () => vi.useFakeTimers({ toFake });
  const send = () => sms.sendMessage(LOGIN_CODE);

  afterEach(async () => {
    vi.useRealTimers();
    await app.close();
    await server.close();
  });

  it.each([1, 2, 32])('sends one message after the other, with %i connections', async (n) => {
    await start(accept, { connections: n });
    fake();
    for (let i = 0; i < 5; i++) await send();
    expect(server.requests).toHaveLength(5);
  });

  it('sends more messages at a time than there are connections', async () => {
    await start(accept, { connections: 2 });
    fake();
    await Promise.all([send(), send(), send(), send(), send()]);
    expect(server.connections()).toBeGreaterThan(1);
  });

  it('sends over a connection that was used before', async () => {
    await start(accept, { connections: 1 });
    await send();
    fake();
    await send();
    await send();
    expect(server.requests).toHaveLength(3);
  });

  it('frees the connection of a call that was in flight when they began', async () => {
    let answer = () => {};
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await start(
      (socket, _head, nth) => {
        answer = () => accept(socket, '', nth);
        if (nth === 1) arrive();
        else answer();
      },
      { connections: 1 },
    );
    const first = send();
    await arrived;
    fake();
    answer();
    await first;
    await send();
    expect(server.requests).toHaveLength(2);
  });

  it('leaves connections that can be used again when they end', async () => {
    await start(accept, { connections: 1 });
    fake();
    await send();
    vi.useRealTimers();
    await send();
    const connections = server.connections();
    await send();
    await send();
    expect(server.connections()).toBe(connections);
  });

  it('leaves deadlines that hold when they end', async () => {
    await start(
      (socket, head, nth) => {
        if (nth === 1) accept(socket, head, nth);
      },
      { timeout: 300 },
    );
    fake();
    await send();
    vi.useRealTimers();
    const error = await rejectionOf(send());
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
  });

  it('closes the application', async () => {
    await start(accept);
    fake();
    await send();
    await app.close();
    expect(server.requests).toHaveLength(1);
  });
});
