import type { Socket } from 'node:net';
import { errorCode } from '../../common/error-facts.js';
import type { Connector } from './connector.js';
import { type HttpResponse, KEEP_ALIVE, ResponseError, ResponseReader } from './http-response.js';
import { ProxyError } from './proxy-tunnel.js';

// Taken when the module is loaded: a connection that is opened under fake timers must come to an end too.
const { clearTimeout, setTimeout } = globalThis;

/** Why a call ended without a response. */
export type CallFailure =
  'deadline' | 'aborted' | 'closed' | 'network' | 'proxy' | ResponseError['kind'];

/** A call that a connection runs. */
export interface Exchange {
  /** When it ends at the latest, on the clock of `performance.now()`. `Infinity` if it has ended. */
  readonly deadline: number;
  /**
   * Returns the request, which is written at once, or undefined if nothing is to be written any more: nothing can
   * have been sent before this is called.
   */
  request(): string | undefined;
  onResponse(response: HttpResponse): void;
  /** @param systemCode of the error underneath, such as `ECONNREFUSED` */
  onFailure(kind: CallFailure, systemCode?: string): void;
}

/** What a connection tells its pool. */
export interface ConnectionOwner {
  /** The exchange has ended, and the connection can run another one. */
  onIdle(connection: Connection): void;
  /** The connection is of no use any more. */
  onClosed(connection: Connection): void;
}

/**
 * A connection, which runs one exchange at a time: if it breaks, it breaks one message only. It is opened for its
 * first exchange.
 */
export class Connection {
  readonly #owner: ConnectionOwner;
  readonly #abort = new AbortController();
  #socket: Socket | undefined;
  #exchange: Exchange | undefined;
  #reader: ResponseReader | undefined;
  #isClosed = false;
  /** When it may not be used any more unless it runs, on the clock of `performance.now()`. */
  idleUntil = 0;

  constructor(owner: ConnectionOwner) {
    this.#owner = owner;
  }

  get exchange(): Exchange | undefined {
    return this.#exchange;
  }

  /** Opens the connection and runs the exchange on it. */
  open(connector: Connector, timeout: number, exchange: Exchange): void {
    this.#exchange = exchange;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#abort.abort();
    }, timeout);
    connector
      .open(this.#abort.signal)
      .finally(() => clearTimeout(timer))
      .then(
        (socket) => this.#use(socket),
        (error: unknown) => {
          const isOfProxy = error instanceof ProxyError;
          const systemCode = isOfProxy ? error.systemCode : errorCode(error);
          this.close(isOfProxy ? 'proxy' : 'network', isLate ? 'ETIMEDOUT' : systemCode);
        },
      );
  }

  run(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#write();
  }

  /** Closes the connection, and ends an exchange that runs on it. */
  close(kind: CallFailure = 'closed', systemCode?: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#abort.abort();
    this.#socket?.destroy();
    const exchange = this.#exchange;
    this.#exchange = undefined;
    this.#owner.onClosed(this);
    exchange?.onFailure(kind, systemCode);
  }

  #use(socket: Socket): void {
    if (this.#isClosed) return void socket.destroy();
    this.#socket = socket;
    socket
      .on('data', (bytes: Buffer) => this.#read(bytes))
      .on('end', () => this.#end())
      .on('error', (error) => this.close('network', errorCode(error)))
      .on('close', () => this.close('network', 'ECONNRESET'));
    this.#write();
  }

  #write(): void {
    const request = this.#exchange!.request();
    if (request === undefined) return this.#becomeIdle(KEEP_ALIVE);
    this.#reader = new ResponseReader();
    this.#socket!.ref();
    this.#socket!.write(request, 'latin1');
  }

  #read(bytes: Buffer): void {
    const reader = this.#reader;
    // Bytes that nobody has asked for could be taken for the next response.
    if (!reader) return this.close('network');
    try {
      const response = reader.push(bytes);
      if (response) this.#respond(response, reader.keepAlive);
    } catch (error) {
      this.close(error instanceof ResponseError ? error.kind : 'unreadable');
    }
  }

  #end(): void {
    const response = this.#reader?.end();
    if (response) this.#respond(response, 0);
    else this.close('network', 'ECONNRESET');
  }

  #respond(response: HttpResponse, keepAlive: number): void {
    const exchange = this.#exchange!;
    this.#exchange = undefined;
    this.#reader = undefined;
    // A server that responds early may never read the rest of the request.
    if (keepAlive > 0 && this.#socket!.writableLength === 0) this.#becomeIdle(keepAlive);
    else this.close();
    exchange.onResponse(response);
  }

  #becomeIdle(keepAlive: number): void {
    this.#exchange = undefined;
    this.idleUntil = performance.now() + keepAlive;
    // A connection that idles does not keep the process.
    this.#socket!.unref();
    this.#owner.onIdle(this);
  }
}
