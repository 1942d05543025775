import { getEventListeners, once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectionPools } from './connection-pools.js';
import { httpCall, type HttpRequest } from './http-call.js';

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

/** A pool of one connection to a server that does this with each request. */
async function callsTo(onRequest: (socket: Socket) => void) {
  let requests = 0;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => {
      requests++;
      onRequest(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pools = new ConnectionPools();
  onTestFinished(async () => {
    await pools.close(0);
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { pool } = pools.lease({
    account: 'one',
    endpoint: { origin, isLoopback: true },
    connections: 1,
    connectTimeout: 5_000,
  });
  const call = (request: Partial<HttpRequest> = {}) =>
    httpCall(pool, {
      deadline: performance.now() + 20_000,
      signal: undefined,
      sign: () => ({ path: '/', headers: [], body: undefined }),
      ...request,
    });
  return { call, requests: () => requests };
}

/** The signal of many calls: each of them has to leave it as it was. */
function signalOf() {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    abort: () => controller.abort(),
    listeners: () => getEventListeners(signal, 'abort').length,
  };
}

describe('a call', () => {
  it('listens to its signal as long as it runs', async () => {
    const shared = signalOf();
    const { call } = await callsTo((socket) => socket.write(ANSWER));
    const running = call({ signal: shared.signal });
    expect(shared.listeners()).toBe(1);
    await running;
    expect(shared.listeners()).toBe(0);
  });

  it('listens to its signal no more once it has failed', async () => {
    const shared = signalOf();
    const { call } = await callsTo((socket) => socket.destroy());
    await expect(call({ signal: shared.signal })).rejects.toMatchObject({ written: true });
    expect(shared.listeners()).toBe(0);
  });

  it('listens to its signal no more once it could not be signed, and frees its connection', async () => {
    const shared = signalOf();
    const { call } = await callsTo((socket) => socket.write(ANSWER));
    const fault = new Error('not signed');
    const sign = () => {
      throw fault;
    };
    await expect(call({ signal: shared.signal, sign })).rejects.toBe(fault);
    expect(shared.listeners()).toBe(0);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it('is not made where it has ended before', async () => {
    const { call, requests } = await callsTo((socket) => socket.write(ANSWER));
    const aborted = { kind: 'aborted', written: false };
    await expect(call({ signal: AbortSignal.abort() })).rejects.toMatchObject(aborted);
    const late = { kind: 'deadline', written: false };
    await expect(call({ deadline: performance.now() })).rejects.toMatchObject(late);
    expect(requests()).toBe(0);
  });

  it('that waits leaves the queue when it is aborted, and is never written', async () => {
    const shared = signalOf();
    let answerFirst = () => {};
    const { call, requests } = await callsTo((socket) => {
      answerFirst = () => socket.write(ANSWER);
      if (requests() > 1) answerFirst();
    });
    const first = call();
    const waiting = call({ signal: shared.signal });
    while (requests() === 0) await new Promise((resolve) => setImmediate(resolve));
    shared.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'aborted', written: false });
    answerFirst();
    await first;
    await call();
    expect(requests()).toBe(2);
  });

  it('that is written may have been sent when it is aborted, and its connection is gone', async () => {
    const shared = signalOf();
    let gone: Promise<unknown> | undefined;
    const { call } = await callsTo((socket) => {
      gone = once(socket, 'close');
      shared.abort();
    });
    const running = call({ signal: shared.signal });
    await expect(running).rejects.toMatchObject({ kind: 'aborted', written: true });
    await gone;
    expect(shared.listeners()).toBe(0);
  });
});
