import type { IncomingHttpHeaders } from 'node:http';

/** One request as it came in, with its body read. */
export interface HttpCall {
  readonly method: string;
  readonly path: string;
  /** Without the question mark, not decoded. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A header's only value, `''` where it is absent. */
export function header(call: HttpCall, name: string): string {
  const value = call.headers[name];
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
}

/** The body's media type without parameters, in lower case. */
export function mediaType(call: HttpCall): string {
  return header(call, 'content-type').split(';', 1)[0]!.trim().toLowerCase();
}
