import type { Dispatcher } from 'undici';
import type { Connection, CuttableOptions } from './connection.js';
import type { ConnectionPool, PooledCall } from './connection-pool.js';
import type { SignedRequest } from './request-signer.js';

/** Aliyun's answers are below 100 KB; a longer one is not Aliyun's and must not fill the memory. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export interface HttpRequest {
  origin: string;
  /** Asked when the call has a connection: a thousand that wait need not be written out. */
  sign(): SignedRequest;
  /** Milliseconds until the call is given up, connection and body included. */
  timeout: number;
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Why an HTTP call ended without an answer, and whether its request had been written by then. */
export class HttpCallFailure {
  constructor(
    readonly kind: 'deadline' | 'aborted' | 'too-large' | 'network',
    readonly written: boolean,
    /** Code of the underlying error, such as `ECONNREFUSED`. */
    readonly systemCode?: string,
  ) {}
}

/** One POST over the pool, bounded by one deadline; rejects with an `HttpCallFailure`. */
export function httpCall(pool: ConnectionPool, request: HttpRequest): Promise<HttpAnswer> {
  if (request.signal?.aborted) return Promise.reject(new HttpCallFailure('aborted', false));
  return new Promise((resolve, reject) => {
    pool.enter(new HttpCallHandler(pool, request, resolve, reject));
  });
}

class HttpCallHandler implements Dispatcher.DispatchHandler, PooledCall {
  #settled = false;
  /** From its start until undici has let go of it, which may be after it has settled. */
  #started = false;
  #connection: Connection | undefined;
  #written = false;
  #status = 0;
  #headers: Record<string, string> = {};
  #chunks: Buffer[] = [];
  #size = 0;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = () => this.#fail('aborted');

  constructor(
    private readonly pool: ConnectionPool,
    private readonly request: HttpRequest,
    private readonly resolve: (answer: HttpAnswer) => void,
    private readonly reject: (failure: unknown) => void,
  ) {
    this.#timer = setTimeout(() => this.#fail('deadline'), request.timeout);
    request.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  start(dispatcher: Dispatcher): void {
    this.#started = true;
    // Given up between its turn and now.
    if (this.#settled) return this.#leave();
    let signed: SignedRequest;
    try {
      signed = this.request.sign();
    } catch (error) {
      this.#leave();
      this.#settle();
      return this.reject(error);
    }
    const options: CuttableOptions = {
      origin: this.request.origin,
      method: 'POST',
      path: signed.path,
      headers: signed.headers,
      body: signed.body ?? null,
      // The deadline bounds both, and bounds the wait for a connection too.
      headersTimeout: 0,
      bodyTimeout: 0,
      onAssigned: (connection) => (this.#connection = connection),
    };
    try {
      dispatcher.dispatch(options, this);
    } catch (error) {
      this.#end(error as Error);
    }
  }

  refuse(systemCode: string): void {
    this.#fail('network', systemCode);
  }

  /** undici calls this right before it writes: until then nothing can have been sent. */
  onRequestStart(): void {
    // Thrown, it takes the request out of the queue and leaves the connection to the next one.
    if (this.#settled) throw new Error('given up while waiting for a connection');
    this.#written = true;
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#headers = headers as Record<string, string>;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > MAX_ANSWER_BYTES) return this.#fail('too-large');
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#leave();
    if (this.#settled) return;
    this.#settle();
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#end(error);
  }

  #end(error: Error & { code?: string }): void {
    this.#leave();
    this.#fail('network', error.code);
  }

  #leave(): void {
    if (this.#started) this.pool.done();
    this.#started = false;
  }

  #fail(kind: HttpCallFailure['kind'], systemCode?: string): void {
    if (this.#settled) return;
    this.#settle();
    this.reject(new HttpCallFailure(kind, this.#written, systemCode));
    // Ends the socket, so that nothing goes on behind the caller's back.
    if (kind !== 'network' && this.#written) this.#connection?.cut();
    if (!this.#started) this.pool.leave(this);
  }

  #settle(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
    this.request.signal?.removeEventListener('abort', this.#onAbort);
  }
}
