import type { SmsErrorFields } from './error-fields.js';

/** The part of Node's `ServerResponse` that is needed. */
interface RawResponse {
  statusCode: number;
  readonly headersSent: boolean;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
}

/** What Express's response and Fastify's reply have in common. */
interface FrameworkReply {
  status(code: number): FrameworkReply;
  header(name: string, value: string): FrameworkReply;
  send(body: string): unknown;
}

interface ExpressResponse extends FrameworkReply, RawResponse {}

interface FastifyReply extends FrameworkReply {
  readonly raw: RawResponse;
  /** Also true where the controller has taken the response over. */
  readonly sent: boolean;
}

/** Under Fastify middleware has the response of Node. */
export type HttpReply = ExpressResponse | FastifyReply | RawResponse;

/** Answers with the fields as JSON. Only ends a response that has begun: its status and headers are gone. */
export function respond(
  reply: HttpReply,
  statusCode: number,
  fields: SmsErrorFields,
  retryAfter: number | undefined,
): void {
  const headers = {
    // The controller may have set another one, such as that of an event stream or a page.
    'Content-Type': 'application/json; charset=utf-8',
    ...(retryAfter !== undefined && { 'Retry-After': String(Math.ceil(retryAfter)) }),
  };
  const body = JSON.stringify({ statusCode, ...fields });
  const raw = 'raw' in reply ? reply.raw : reply;
  if (raw.headersSent || ('sent' in reply && reply.sent)) {
    raw.end();
  } else if ('send' in reply) {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    reply.status(statusCode).send(body);
  } else {
    for (const [name, value] of Object.entries(headers)) raw.setHeader(name, value);
    raw.statusCode = statusCode;
    raw.end(body);
  }
}
