import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** An HTTP request with its body read. */
export interface HttpCall {
  readonly method: string;
  readonly path: string;
  /** Without the question mark, not decoded. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A header's value, `''` where the header is absent. */
export function header(call: HttpCall, name: string): string {
  const value = Object.hasOwn(call.headers, name) ? call.headers[name] : undefined;
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
}

/** The media type of the body without parameters, in lower case. */
export function mediaType(call: HttpCall): string {
  return header(call, 'content-type').split(';', 1)[0]!.trim().toLowerCase();
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Replaces the usual way of sending: for faults and for streams. */
  readonly send?: (outgoing: ServerResponse) => void;
}

export function jsonResponse(status: number, value: unknown): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify(value),
  };
}

export function sendResponse(outgoing: ServerResponse, response: HttpResponse): void {
  if (outgoing.destroyed) return;
  if (response.send) return response.send(outgoing);
  const { status, headers, body } = response;
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}
