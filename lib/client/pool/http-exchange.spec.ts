import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectionPools } from './connection-pools.js';
import { httpCall } from './http-call.js';

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
