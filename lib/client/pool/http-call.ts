import type { CallFailure, Exchange } from './connection.js';
import type { ConnectionPool } from './connection-pool.js';
import type { HttpResponse } from './http-response.js';

/** What the pool needs to know about a request. */
export interface HttpRequest {
  /** When the call ends at the latest, on the clock of `performance.now()`: connection and body included. */
  deadline: number;
  signal: AbortSignal | undefined;
  /** Called when the call has a connection, so that waiting calls do not hold their whole text. */
  sign(): RequestContent;
}

/** A request as it is written. */
export interface RequestContent {
  path: string;
  /** Names and values in turn. */
  headers: string[];
  body: string | undefined;
}

/** Why an HTTP call ended without a response. Its stack would say nothing, so it is not an `Error`. */
export class HttpCallError {
  constructor(
    readonly kind: CallFailure,
    /** Whether the request was written before. If not, nothing can have been sent. */
    readonly written: boolean,
    /** Code of the error underneath, such as `ECONNREFUSED`. */
    readonly systemCode?: string,
  ) {}
}

/** Makes one POST over the pool. Rejects with an `HttpCallError`. */
export function httpCall(pool: ConnectionPool, request: HttpRequest): Promise<HttpResponse> {
  if (request.signal?.aborted) return Promise.reject(new HttpCallError('aborted', false));
  return new Promise((resolve, reject) => {
    pool.add(new HttpCall(pool, request, resolve, reject));
  });
}

/**
 * A call from its request to its end. A thousand calls may wait in a pool, and the garbage collector
 * copies each byte of them: so what a call needs later is made when it starts.
 */
class HttpCall implements Exchange {
  readonly #request: HttpRequest;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (error: unknown) => void;
  readonly #onAbort: (() => void) | undefined;
  #isWritten = false;
  #isSettled = false;

  constructor(
    pool: ConnectionPool,
    request: HttpRequest,
    resolve: (response: HttpResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    if (request.signal) {
      this.#onAbort = () => pool.end(this, 'aborted');
      request.signal.addEventListener('abort', this.#onAbort, { once: true });
    }
  }

  get deadline(): number {
    return this.#isSettled ? Infinity : this.#request.deadline;
  }

  request(): string | undefined {
    if (this.#isSettled) return undefined;
    if (this.#request.deadline <= performance.now()) {
      this.onFailure('deadline');
      return undefined;
    }
    try {
      const text = requestText(this.#request.sign());
      this.#isWritten = true;
      return text;
    } catch (error) {
      this.#settle();
      this.#reject(error);
      return undefined;
    }
  }

  onResponse(response: HttpResponse): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#resolve(response);
  }

  onFailure(kind: CallFailure, systemCode?: string): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#reject(new HttpCallError(kind, this.#isWritten, systemCode));
  }

  #settle(): void {
    this.#isSettled = true;
    if (this.#onAbort) this.#request.signal?.removeEventListener('abort', this.#onAbort);
  }
}

function requestText({ path, headers, body = '' }: RequestContent): string {
  let text = `POST ${path} HTTP/1.1\r\n`;
  for (let i = 0; i < headers.length; i += 2) text += `${headers[i]}: ${headers[i + 1]}\r\n`;
  // All of it is ASCII, so that characters are bytes.
  return `${text}content-length: ${body.length}\r\n\r\n${body}`;
}
