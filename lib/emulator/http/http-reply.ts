import type { ServerResponse } from 'node:http';

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Takes the place of the plain way of sending: to misbehave, or to go on for long. */
  readonly send?: (response: ServerResponse) => void;
}

export function sendReply(response: ServerResponse, reply: HttpReply): void {
  if (response.destroyed) return;
  if (reply.send) return reply.send(response);
  const { status, headers, body } = reply;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

export function jsonReply(status: number, value: unknown): HttpReply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify(value),
  };
}
