import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { jsonResponse, sendResponse, type HttpCall, type HttpResponse } from './http-call.js';

export type HttpHandler = (call: HttpCall) => HttpResponse | Promise<HttpResponse>;

export const MAX_BODY_BYTES = 1024 * 1024;

const EMPTY = Buffer.alloc(0);

const RESET_NEXT = Symbol('reset the next request');

interface MarkedSocket extends Socket {
  [RESET_NEXT]?: boolean;
}

/** Has the server reset the connection when the next request arrives on it. */
export function resetNextRequest(socket: Socket | null): void {
  if (socket) (socket as MarkedSocket)[RESET_NEXT] = true;
}

/** Owns the listening socket and all its connections. */
export class HttpServer {
  readonly #server: Server;
  #closing: Promise<void> | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static listen(host: string, port: number, handle: HttpHandler): Promise<HttpServer> {
    const server = createServer(
      {
        // SendSms carries up to 1,000 numbers in its query; Node's own limit is 16 KiB.
        maxHeaderSize: 256 * 1024,
        headersTimeout: 5_000,
        requestTimeout: 30_000,
        connectionsCheckingInterval: 1_000,
        keepAliveTimeout: 60_000,
      },
      (request, outgoing) => void serve(request, outgoing, handle),
    );
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve(new HttpServer(server));
      });
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    return this.#closing;
  }
}

async function serve(request: IncomingMessage, outgoing: ServerResponse, handle: HttpHandler) {
  if ((request.socket as MarkedSocket)[RESET_NEXT]) return request.socket.resetAndDestroy();
  // A client may disconnect at any moment; that must not become an unhandled error.
  outgoing.on('error', () => {});
  try {
    const reading = readBody(request);
    const body = reading instanceof Promise ? await reading : reading;
    if (body === null) {
      outgoing.shouldKeepAlive = false;
      return sendResponse(
        outgoing,
        jsonResponse(413, { Code: 'RequestTooLarge', Message: 'Body over 1 MiB.' }),
      );
    }
    const url = request.url ?? '/';
    const at = url.indexOf('?');
    const call: HttpCall = {
      method: request.method ?? 'GET',
      path: at < 0 ? url : url.slice(0, at),
      query: at < 0 ? '' : url.slice(at + 1),
      headers: request.headers,
      body,
    };
    const response = handle(call);
    sendResponse(outgoing, response instanceof Promise ? await response : response);
  } catch {
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else {
      sendResponse(
        outgoing,
        jsonResponse(500, { Code: 'InternalError', Message: 'Emulator failure.' }),
      );
    }
  }
}

/** The whole body, or `null` as soon as it is known to be over the limit. */
function readBody(request: IncomingMessage): Buffer | null | Promise<Buffer | null> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) {
    request.resume();
    return EMPTY;
  }
  if (Number(length) > MAX_BODY_BYTES) return null;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        request.pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', reject);
    request.on('close', () =>
      reject(new Error('The client disconnected before its request ended')),
    );
  });
}
