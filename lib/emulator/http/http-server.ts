import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpCall } from './http-call.js';
import { jsonReply, sendReply, type HttpReply } from './http-reply.js';
import { RESET_NEXT, type MarkedSocket } from './marked-socket.js';
import { readBody } from './read-body.js';

export type HttpHandler = (call: HttpCall) => HttpReply | Promise<HttpReply>;

/** Owns the listening socket and every connection on it. */
export class HttpServer {
  private closing: Promise<void> | undefined;

  private constructor(private readonly server: Server) {}

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
      (request, response) => void serve(request, response, handle),
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
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.closing ??= new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    return this.closing;
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, handle: HttpHandler) {
  if ((request.socket as MarkedSocket)[RESET_NEXT]) return request.socket.resetAndDestroy();
  // A client may vanish at any moment; that must not become an unhandled error.
  response.on('error', () => {});
  try {
    const reading = readBody(request);
    const body = reading instanceof Promise ? await reading : reading;
    if (body === null) {
      response.shouldKeepAlive = false;
      return sendReply(
        response,
        jsonReply(413, { Code: 'RequestTooLarge', Message: 'Body over 1 MiB.' }),
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
    const reply = handle(call);
    sendReply(response, reply instanceof Promise ? await reply : reply);
  } catch {
    if (response.headersSent || response.destroyed) response.destroy();
    else
      sendReply(response, jsonReply(500, { Code: 'InternalError', Message: 'Emulator failure.' }));
  }
}
