import type { Dispatcher } from 'undici';
import type { ConnectionPool, PooledCall } from './connection-pool.js';
import {
  HttpCallError,
  HttpExchange,
  type HttpExchangeListener,
  type HttpResponse,
  type RequestContent,
} from './http-exchange.js';

/** What the pool needs to know about a request. */
export interface HttpRequest {
  origin: string;
  /** When the call ends at the latest, on the clock of `performance.now()`: connection and body included. */
  deadline: number;
  signal: AbortSignal | undefined;
  /** Called when the call has a connection, so that waiting calls do not hold their whole text. */
  sign(): RequestContent;
}

/** Makes one POST over the pool. Rejects with an `HttpCallError`. */
export function httpCall(pool: ConnectionPool, request: HttpRequest): Promise<HttpResponse> {
  if (request.signal?.aborted) return Promise.reject(new HttpCallError('aborted', false));
  // A free connection would be written to at once.
  if (request.deadline <= performance.now()) {
    return Promise.reject(new HttpCallError('deadline', false));
  }
  return new Promise((resolve, reject) => {
    pool.add(new HttpCall(pool, request, resolve, reject));
  });
}

/**
 * A call from its request to its end. A thousand calls may wait in a pool, and the garbage collector
 * copies each byte of them: so what a call needs later is made when it starts.
 */
class HttpCall implements PooledCall, HttpExchangeListener {
  readonly #pool: ConnectionPool;
  readonly #request: HttpRequest;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (error: unknown) => void;
  #exchange: HttpExchange | undefined;
  #onAbort: (() => void) | undefined;
  #isSettled = false;

  constructor(
    pool: ConnectionPool,
    request: HttpRequest,
    resolve: (response: HttpResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#pool = pool;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    if (request.signal) {
      this.#onAbort = () => this.#abort();
      request.signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  get deadline(): number {
    return this.#isSettled ? Infinity : this.#request.deadline;
  }

  start(dispatcher: Dispatcher): void {
    let content: RequestContent;
    try {
      content = this.#request.sign();
    } catch (error) {
      this.onDetached();
      this.#settle();
      return this.#reject(error);
    }
    this.#exchange = new HttpExchange(this);
    this.#exchange.start(dispatcher, this.#request.origin, content);
  }

  refuse(systemCode: string, kind: 'network' | 'not-loaded' = 'network'): void {
    this.onFailure(kind, systemCode);
  }

  expire(): void {
    this.onFailure('deadline');
  }

  onResponse(response: HttpResponse): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#resolve(response);
  }

  onFailure(kind: HttpCallError['kind'], systemCode?: string): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#reject(new HttpCallError(kind, this.#exchange?.isWritten ?? false, systemCode));
    if (kind === 'deadline' || kind === 'aborted' || kind === 'too-large') this.#exchange?.giveUp();
  }

  onDetached(): void {
    this.#pool.release(this);
  }

  #abort(): void {
    this.onFailure('aborted');
    if (!this.#exchange) this.#pool.remove(this);
  }

  #settle(): void {
    this.#isSettled = true;
    if (this.#onAbort) this.#request.signal?.removeEventListener('abort', this.#onAbort);
  }
}
