import type { Dispatcher } from 'undici';
import type { ConnectionPool, PooledCall } from './connection-pool.js';
import { HttpCallFailure } from './http-call-failure.js';
import { type HttpAnswer, HttpExchange, type HttpExchangeOwner } from './http-exchange.js';
import type { SignedRequest } from '../signing/request-signer.js';

export interface HttpRequest {
  origin: string;
  /** When the call is given up, connection and body included, on the clock of `performance.now()`. */
  deadline: number;
  signal: AbortSignal | undefined;
  /** Asked when the call has a connection: a thousand that wait need not be written out. */
  sign(): SignedRequest;
}

/** One POST over the pool; rejects with an `HttpCallFailure`. */
export function httpCall(pool: ConnectionPool, request: HttpRequest): Promise<HttpAnswer> {
  if (request.signal?.aborted) return Promise.reject(new HttpCallFailure('aborted', false));
  return new Promise((resolve, reject) => {
    pool.enter(new HttpCall(pool, request, resolve, reject));
  });
}

/**
 * A call from its request to its end. A thousand may wait in the line of the pool, where each byte
 * of each is copied by the garbage collector: what a call needs on its way is made when it starts.
 */
class HttpCall implements PooledCall, HttpExchangeOwner {
  #exchange: HttpExchange | undefined;
  #onAbort: (() => void) | undefined;
  #isSettled = false;

  constructor(
    private readonly pool: ConnectionPool,
    private readonly request: HttpRequest,
    private readonly resolve: (answer: HttpAnswer) => void,
    private readonly reject: (failure: unknown) => void,
  ) {
    if (request.signal) {
      this.#onAbort = () => this.#abort();
      request.signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  get deadline(): number {
    return this.#isSettled ? Infinity : this.request.deadline;
  }

  start(dispatcher: Dispatcher): void {
    let signed: SignedRequest;
    try {
      signed = this.request.sign();
    } catch (error) {
      this.left();
      this.#settle();
      return this.reject(error);
    }
    this.#exchange = new HttpExchange(this);
    this.#exchange.run(dispatcher, this.request.origin, signed);
  }

  refuse(systemCode: string): void {
    this.failed('network', systemCode);
  }

  expire(): void {
    this.failed('deadline');
  }

  answered(answer: HttpAnswer): void {
    if (this.#isSettled) return;
    this.#settle();
    this.resolve(answer);
  }

  failed(kind: HttpCallFailure['kind'], systemCode?: string): void {
    if (this.#isSettled) return;
    this.#settle();
    this.reject(new HttpCallFailure(kind, this.#exchange?.isWritten ?? false, systemCode));
    if (kind !== 'network') this.#exchange?.giveUp();
  }

  left(): void {
    this.pool.done(this);
  }

  #abort(): void {
    this.failed('aborted');
    if (!this.#exchange) this.pool.leave(this);
  }

  #settle(): void {
    this.#isSettled = true;
    if (this.#onAbort) this.request.signal?.removeEventListener('abort', this.#onAbort);
  }
}
