import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpCall } from './http-call.js';
import { jsonReply, type HttpReply } from './http-reply.js';
import { readBody } from './read-body.js';

export type HttpHandler = (
  call: HttpCall,
  response: ServerResponse,
) => HttpReply | undefined | Promise<HttpReply | undefined>;

/** Owns the listening socket and every connection on it. */
export class HttpServer {
  private closing: Promise<void> | undefined;

  private constructor(private readonly server: Server) {}

  static listen(host: string, port: number, handle: HttpHandler): Promise<HttpServer> {
    const server = createServer(
      {
        // SendSms carries up to 1,000 numbers in its query; Node's own limit is 16 KiB.
        maxHeaderSize: 256 * 1024,
        headersTimeout: 10_000,
        requestTimeout: 30_000,
        connectionsCheckingInterval: 2_000,
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
  // A client may vanish at any moment; that must not become an unhandled error.
  response.on('error', () => {});
  try {
    const body = await readBody(request);
    if (body === null) {
      response.shouldKeepAlive = false;
      return write(
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
    const reply = await handle(call, response);
    if (reply) write(response, reply);
  } catch {
    if (response.headersSent || response.destroyed) response.destroy();
    else write(response, jsonReply(500, { Code: 'InternalError', Message: 'Emulator failure.' }));
  }
}

function write(response: ServerResponse, { status, headers, body }: HttpReply): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
