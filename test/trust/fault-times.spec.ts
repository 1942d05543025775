import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { AliyunSmsRootOptions } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from '../support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from '../support/misbehaving-server.js';
import { blockThread } from '../support/thread.js';
import { head } from './support/answers.js';
import { startBlackHole } from './support/black-hole.js';
import { allClosed, CleanUp, ending, endingOf, stand } from './support/stand.js';

// Node's timers may be a millisecond early; a loaded machine may be late by a lot.
const EARLY = 3;
const LATE = 4000;

describe('the deadline bounds the whole call', () => {
  const cleanUp = new CleanUp();
  afterEach(() => cleanUp.run());

  async function standAt(misbehave: Misbehaviour, options: Partial<AliyunSmsRootOptions>) {
    const server = cleanUp.add(await startMisbehavingServer(misbehave));
    return { server, ...(await stand(cleanUp, server.url, options)) };
  }

  function expectAt(ms: number, timeout: number) {
    expect(ms).toBeGreaterThanOrEqual(timeout - EARLY);
    expect(ms).toBeLessThan(timeout + LATE);
  }

  it.each([
    ['an answer that comes in time', 150, 5000],
    [
      'an answer that takes longer than a third of the time, which bounds the connection',
      700,
      1500,
    ],
  ])('accepts %s', async (_, delay, timeout) => {
    const { sms, server } = await standAt(
      (socket) => void setTimeout(() => respond(socket, 200, ACCEPTED), delay),
      { timeout },
    );
    const { result, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
    expect(result).toMatchObject({ code: 'OK' });
    expect(ms).toBeGreaterThanOrEqual(delay - EARLY);
    expect(server.requests).toHaveLength(1);
  });

  const stalls: [string, Misbehaviour][] = [
    ['a silent server', () => {}],
    ['half a status line', (socket) => socket.write('HTTP/1.1 20')],
    ['headers that never end', (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n', 'x-a: 1\r\n')],
    ['headers without their body', (socket) => socket.write(head(200, 'content-length: 99'))],
    ['a body that trickles', (socket) => trickle(socket, head(200, 'content-length: 9999'), ' ')],
    [
      'chunks that trickle',
      (socket) => trickle(socket, head(200, 'transfer-encoding: chunked'), '1\r\n \r\n'),
    ],
    [
      'a body that lacks its last byte',
      (socket) => socket.write(head(200, `content-length: ${ACCEPTED.length + 1}`) + ACCEPTED),
    ],
    ['nothing but 102s', (socket) => trickle(socket, head(102), head(102))],
  ];
  it.each(stalls)(
    '%s: unknown at the deadline, asked once, the socket is gone',
    async (_, stall) => {
      const { sms, server, events } = await standAt(stall, { timeout: 250 });
      const { error, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
      expect(error).toMatchObject({ code: 46003, reason: 'deadline', outcome: 'unknown' });
      expectAt(ms, 250);
      await server.idle();
      expect(server.requests).toHaveLength(1);
      expect(server.connections()).toBe(1);
      expect(events).toMatchObject([{ outcome: 'unknown', attempts: 1 }]);
    },
  );

  it('holds on a reused connection, whatever became of the timers of the call before', async () => {
    const { sms, server } = await standAt(
      (socket, _, nth) => nth === 1 && respond(socket, 200, ACCEPTED),
      { timeout: 1000, connections: 1 },
    );
    await sms.sendMessage(LOGIN_CODE);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { error, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
    expectAt(ms, 1000);
    await server.idle();
    expect(server.requests).toHaveLength(2);
    expect(server.connections()).toBe(1);
  });

  it('leaves the connections of other calls alone when it cuts one', async () => {
    const waiting: Socket[] = [];
    const controller = new AbortController();
    const { sms, server } = await standAt(
      (socket, request) => {
        if (!request.includes('OutId=slow')) {
          setTimeout(() => respond(socket, 200, ACCEPTED), 400);
          return;
        }
        waiting.push(socket);
        // Once it is there, however long the way was.
        setTimeout(() => controller.abort(), 100);
      },
      { timeout: 5000 },
    );
    const slow = ending(
      sms.sendMessage({ ...LOGIN_CODE, outId: 'slow', signal: controller.signal }),
    );
    const others = Array.from({ length: 5 }, () => sms.sendMessage(LOGIN_CODE));
    expect((await slow).error).toMatchObject({ reason: 'aborted', outcome: 'unknown' });
    expect(await Promise.all(others)).toHaveLength(5);
    await allClosed(waiting);
    expect(server.requests).toHaveLength(6);
  });

  it.each(['deadline', 'aborted'] as const)(
    'a call that waits for a connection until it is %s was not sent, then or later',
    async (reason) => {
      let release = () => {};
      const { sms, server } = await standAt(
        (socket, _, nth) => {
          if (nth === 1) release = () => respond(socket, 200, ACCEPTED);
          else respond(socket, 200, ACCEPTED);
        },
        { connections: 1, timeout: reason === 'deadline' ? 1000 : 8000 },
      );
      const controller = new AbortController();
      const first = ending(sms.sendMessage({ ...LOGIN_CODE, outId: 'first' }));
      const queued = Array.from({ length: 10 }, (_, i) =>
        ending(sms.sendMessage({ ...LOGIN_CODE, outId: `queued-${i}`, signal: controller.signal })),
      );
      while (server.requests.length === 0) await new Promise(setImmediate);
      if (reason === 'aborted') controller.abort();
      // All deadlines pass at once: one that passes later would get the connection of the first call.
      else blockThread(1100);
      for (const { error } of await Promise.all(queued)) {
        expect(error).toMatchObject({ code: 46003, reason, outcome: 'not-sent' });
      }
      release();
      expect((await first).error?.message ?? 'accepted').toMatch(/accepted|did not answer/);
      expect(await sms.sendMessage({ ...LOGIN_CODE, outId: 'last' })).toMatchObject({ code: 'OK' });
      expect(server.requests.map((request) => /OutId=([\w-]+)/.exec(request)![1])).toEqual([
        'first',
        'last',
      ]);
    },
  );

  it('a signal that is aborted already lets nothing out', async () => {
    const { sms, server } = await standAt((socket) => respond(socket, 200, ACCEPTED), {});
    const signal = AbortSignal.abort();
    const { error } = await ending(sms.sendMessage({ ...LOGIN_CODE, signal }));
    expect(error).toMatchObject({ code: 46003, reason: 'aborted', outcome: 'not-sent' });
    expect(server.connections()).toBe(0);
  });

  it('a kernel that drops the SYN: not sent, and in time', async () => {
    const hole = cleanUp.add(await startBlackHole());
    const { sms } = await stand(cleanUp, hole.url, { timeout: 600 });
    const { error, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
    expect(['connect', 'deadline']).toContain((error as { reason?: string }).reason);
    expect(ms).toBeGreaterThanOrEqual(200 - EARLY);
    expect(ms).toBeLessThan(600 + LATE);
  });

  it('a connection that the kernel takes and nobody reads: unknown, it was written', async () => {
    const hole = cleanUp.add(await startBlackHole({ full: false }));
    const { sms } = await stand(cleanUp, hole.url, { timeout: 300 });
    const { error, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ reason: 'deadline', outcome: 'unknown' });
    expectAt(ms, 300);
  });

  it('a TLS handshake that stalls: not sent, in time, and its socket goes', async () => {
    const sockets: Socket[] = [];
    const listener = createServer((socket) => {
      sockets.push(socket.on('error', () => {}).resume());
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    cleanUp.add({ close: () => new Promise((resolve) => listener.close(resolve)) });
    const { port } = listener.address() as AddressInfo;
    const { sms } = await stand(cleanUp, `https://127.0.0.1:${port}`, { timeout: 450 });
    const { error, ms } = await endingOf(() => sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
    expect(ms).toBeGreaterThanOrEqual(150 - EARLY);
    expect(ms).toBeLessThan(450 + LATE);
    expect(sockets.length).toBeLessThanOrEqual(3);
    await allClosed(sockets);
  });
});

/** Writes the start, and then a little more every 20 ms until the connection is gone. */
function trickle(socket: Socket, start: string, more: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(more), 20);
  socket.on('close', () => clearInterval(timer));
}
