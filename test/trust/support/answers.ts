import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ACCEPTED, type Misbehaviour, respond } from '../../support/misbehaving-server.js';

/** A body as Aliyun writes one that is not OK. */
export function refusal(code: unknown, message: unknown = 'a text'): string {
  return JSON.stringify({ Code: code, Message: message, RequestId: 'R-1', HostId: 'h' });
}

/** Answers every request alike. */
export function answer(
  status: number,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Misbehaviour {
  return (socket) => respond(socket, status, body, headers);
}

/** Writes these bytes as they are and closes the connection, or leaves it open. */
export function bytes(text: string | Buffer, then: 'close' | 'reset' | 'stay' = 'stay') {
  return (socket: Socket): void => {
    socket.write(text, () => {
      if (then === 'close') socket.end();
      if (then === 'reset') socket.resetAndDestroy();
    });
  };
}

/** The head of an answer with these header lines, without a content-length of its own. */
export function head(status: number, ...lines: string[]): string {
  return [`HTTP/1.1 ${status} X`, ...lines, '', ''].join('\r\n');
}

export function gzipped(): Buffer {
  const body = gzipSync(ACCEPTED);
  const lines = ['content-encoding: gzip', `content-length: ${body.length}`];
  return Buffer.concat([Buffer.from(head(200, ...lines)), body]);
}

export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** JSON that nests this deep. */
export function nested(depth: number, open = '[', close = ']'): string {
  return open.repeat(depth) + close.repeat(depth);
}

/** Writes blanks until the connection is gone. */
export function endless(socket: Socket): void {
  socket.write(head(200));
  const more = () => {
    while (!socket.destroyed && socket.write(' '.repeat(65_536)));
  };
  socket.on('drain', more);
  more();
}

/** An accepted send, with these fields in place of its own. */
export function accepted(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...(JSON.parse(ACCEPTED) as object), ...changes });
}
