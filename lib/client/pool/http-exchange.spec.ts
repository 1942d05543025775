import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Dispatcher } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectionPools } from './connection-pools.js';
import { httpCall } from './http-call.js';
import { HttpExchange } from './http-exchange.js';

const MAX_BYTES = 4 * 1024 * 1024;

/** Makes a call to a server that answers with so many bytes, in several pieces. */
async function answerOf(bytes: number) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nX-Name: value\r\ncontent-length: ${bytes}\r\n\r\n`);
      socket.write(Buffer.alloc(bytes, 'a'));
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
  return httpCall(pool, {
    origin,
    deadline: performance.now() + 20_000,
    signal: undefined,
    sign: () => ({ path: '/', headers: [], body: undefined }),
  });
}

describe('a response', () => {
  it.each([0, 1, 100_000, MAX_BYTES])('is read whole: %i bytes', async (bytes) => {
    const { status, headers, body } = await answerOf(bytes);
    expect(status).toBe(200);
    expect(headers['x-name']).toBe('value');
    expect(body.equals(Buffer.alloc(bytes, 'a'))).toBe(true);
  });

  it('is given up where it is longer than one of Aliyun can be', async () => {
    await expect(answerOf(MAX_BYTES + 1)).rejects.toMatchObject({
      kind: 'too-large',
      written: true,
    });
  });
});

describe('a request', () => {
  const SUPPRESSED = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
  const OF_CALLER = createContextKey('of the caller');

  /** What the context says in which undici makes the request. */
  function seenIn(active: typeof ROOT_CONTEXT) {
    let seen: unknown[] = [];
    const dispatch = () => {
      const inside = context.active();
      seen = [inside.getValue(SUPPRESSED), inside.getValue(OF_CALLER)];
      return true;
    };
    const exchange = new HttpExchange({
      onResponse() {},
      onFailure: (_, code) => expect.fail(`the request failed: ${code}`),
      onDetached() {},
    });
    context.with(active, () =>
      exchange.start({ dispatch } as unknown as Dispatcher, 'https://sms.example', {
        path: '/',
        headers: [],
        body: undefined,
      }),
    );
    return seen;
  }

  it('is not traced, whatever context it is made in, and keeps what else is in that', () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    onTestFinished(() => context.disable());
    expect(seenIn(ROOT_CONTEXT)).toEqual([true, undefined]);
    expect(seenIn(ROOT_CONTEXT.setValue(OF_CALLER, 7))).toEqual([true, 7]);
    const suppressed = ROOT_CONTEXT.setValue(SUPPRESSED, true).setValue(OF_CALLER, 8);
    expect(seenIn(suppressed)).toEqual([true, 8]);
  });
});
