import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A socket server that does what no HTTP server would: what it does with a request is up to the test. */
export interface MisbehavingServer {
  url: string;
  /** Requests whose head has arrived. */
  requests: string[];
  /** Resolves when all sockets that were open are gone. */
  idle(): Promise<void>;
  /** How many connections were ever made. */
  connections(): number;
  close(): Promise<void>;
}

export type Misbehaviour = (socket: Socket, head: string, nth: number) => void;

export async function startMisbehavingServer(misbehave: Misbehaviour): Promise<MisbehavingServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  let onIdle = () => {};
  const server = createServer((socket) => {
    sockets.add(socket);
    connections++;
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      received = received.slice(end + 4 + length);
      requests.push(head);
      misbehave(socket, head, requests.length);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) onIdle();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    idle: () =>
      sockets.size === 0 ? Promise.resolve() : new Promise((resolve) => (onIdle = resolve)),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Writes an HTTP answer and leaves the connection open. */
export function respond(
  socket: Socket,
  status: number,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `HTTP/1.1 ${status} X\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

export const ACCEPTED = JSON.stringify({
  Code: 'OK',
  Message: 'OK',
  BizId: '900619746936498440^0',
  RequestId: 'F655A8D5-B967-440B-8683-DAD6FF8DE990',
});
