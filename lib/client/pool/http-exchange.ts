import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Dispatcher } from 'undici';
import type { Connection, ConnectionAwareOptions } from './dispatcher.js';
import { isImmediateReplaced, queueMicrotask } from './real-timers.js';

// Aliyun's responses are below 100 KB. A longer one is not Aliyun's and must not fill the memory.
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

/** A request as it is written. */
export interface RequestContent {
  path: string;
  /** Names and values in turn. */
  headers: string[];
  body: string | undefined;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Why an HTTP call ended without a response. Its stack would say nothing, so it is not an `Error`. */
export class HttpCallError {
  constructor(
    readonly kind: 'deadline' | 'aborted' | 'too-large' | 'network',
    /** Whether the request was written before. If not, nothing can have been sent. */
    readonly written: boolean,
    /** Code of the error underneath, such as `ECONNREFUSED`. */
    readonly systemCode?: string,
  ) {}
}

/** The call that an exchange is made for. */
export interface HttpExchangeListener {
  onResponse(response: HttpResponse): void;
  onFailure(kind: HttpCallError['kind'], systemCode?: string): void;
  /** undici has finished with the request, maybe after it was given up. */
  onDetached(): void;
}

/** A request on its connection, and the response as it arrives. */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly #listener: HttpExchangeListener;
  #isWritten = false;
  #isGivenUp = false;
  #isDetached = false;
  #connection: Connection | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(listener: HttpExchangeListener) {
    this.#listener = listener;
  }

  /** Whether anything may have been sent. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  start(dispatcher: Dispatcher, origin: string, { path, headers, body }: RequestContent): void {
    const options: ConnectionAwareOptions = {
      origin,
      method: 'POST',
      path,
      headers,
      body: body ?? null,
      // The deadline of the call limits both, and it limits the wait for a connection too.
      headersTimeout: 0,
      bodyTimeout: 0,
      onAssigned: (connection) => (this.#connection = connection),
    };
    try {
      withoutTracing(() => dispatcher.dispatch(options, this));
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  /** Stops the request. If it was written its socket is destroyed, so that no response is read. */
  giveUp(): void {
    this.#isGivenUp = true;
    if (this.#isWritten) this.#connection?.destroySocket();
  }

  /** undici calls this right before it writes. Until then nothing can have been sent. */
  onRequestStart(): void {
    // An error thrown here takes the request out of undici's queue and leaves the connection usable.
    if (this.#isGivenUp) throw new Error('given up while waiting for a connection');
    this.#isWritten = true;
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
    if (this.#size > MAX_RESPONSE_BYTES) return this.#listener.onFailure('too-large');
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#detach();
    // Not at once, because undici calls this while it updates its own state.
    if (isImmediateReplaced()) queueMicrotask(() => this.#connection?.renewSocket());
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#listener.onResponse({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  #fail(error: Error & { code?: string }): void {
    this.#detach();
    this.#listener.onFailure('network', error.code);
  }

  #detach(): void {
    if (!this.#isDetached) this.#listener.onDetached();
    this.#isDetached = true;
  }
}

// `suppressTracing` of @opentelemetry/core sets the key of this name, but that package comes only
// with an SDK.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
// Without an SDK no context is active, and all requests share this one.
const SUPPRESSED_ROOT = ROOT_CONTEXT.setValue(SUPPRESS_TRACING, true);

/**
 * Runs a request to Aliyun so that no HTTP instrumentation makes a span of it: such a span contains
 * the URL, and the URL contains phone numbers and codes.
 */
function withoutTracing<T>(request: () => T): T {
  const active = context.active();
  // A call that waited is started where the call before it ended, thus in that call's context.
  if (active.getValue(SUPPRESS_TRACING) === true) return request();
  const suppressed =
    active === ROOT_CONTEXT ? SUPPRESSED_ROOT : active.setValue(SUPPRESS_TRACING, true);
  return context.with(suppressed, request);
}
