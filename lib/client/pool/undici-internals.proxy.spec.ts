import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from '../../../test/support/misbehaving-server.js';
import { RecordedRequest } from '../../../test/support/recorded-request.js';
import { Connection, createDispatcher } from './dispatcher.js';

describe('what the pool relies on in undici, through a proxy', () => {
  let server: MisbehavingServer;
  let proxy: Server;
  let onFirst: () => void;
  const tunnels: Socket[] = [];

  beforeEach(async () => {
    // The first request is never answered.
    server = await startMisbehavingServer((socket, _, nth) =>
      nth === 1 ? onFirst() : respond(socket, 200, '{}'),
    );
    proxy = createServer().listen(0, '127.0.0.1');
    proxy.on('connect', ({ url }, client: Socket) => {
      const [host, port] = url!.split(':');
      const upstream = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      for (const socket of [client, upstream]) {
        tunnels.push(socket);
        socket.on('error', () => {});
      }
    });
    await once(proxy, 'listening');
  });
  afterEach(async () => {
    for (const socket of tunnels.splice(0)) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
    await server.close();
  });

  it('a request knows its connection, whose tunnel can be destroyed', async () => {
    const dispatcher = await createDispatcher({
      endpoint: { origin: server.url, isLoopback: true },
      connections: 1,
      connectTimeout: 10_000,
      ca: undefined,
      proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      environmentProxy: undefined,
    });
    const received = new Promise<void>((resolve) => (onFirst = resolve));
    const hanging = new RecordedRequest().dispatch(dispatcher, server.url);
    await received;
    hanging.assignedTo[0]!.destroySocket();
    await hanging.ended;
    await server.idle();
    const next = new RecordedRequest().dispatch(dispatcher, server.url);
    await next.ended;
    await dispatcher.close();

    expect(hanging.events).toEqual(['start', 'error']);
    expect(hanging.assignedTo).toEqual([expect.any(Connection)]);
    expect(next.events).toEqual(['start', '200', 'end']);
    expect(server.connections()).toBe(2);
  });
});
