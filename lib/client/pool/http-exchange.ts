import type { Dispatcher } from 'undici';
import type { Connection, CuttableOptions } from './connection.js';
import type { HttpCallFailure } from './http-call-failure.js';
import type { SignedRequest } from '../signing/request-signer.js';
import { untraced } from './untraced.js';

/** Aliyun's answers are below 100 KB; a longer one is not Aliyun's and must not fill the memory. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Whom an exchange is made for. */
export interface HttpExchangeOwner {
  answered(answer: HttpAnswer): void;
  failed(kind: HttpCallFailure['kind'], systemCode?: string): void;
  /** undici has let go of the request, which may be after it was given up. */
  left(): void;
}

/** A request on its connection, and the answer as it comes. */
export class HttpExchange implements Dispatcher.DispatchHandler {
  #isWritten = false;
  #isGivenUp = false;
  #hasLeft = false;
  #connection: Connection | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(private readonly owner: HttpExchangeOwner) {}

  /** Whether anything may have been sent. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  run(dispatcher: Dispatcher, origin: string, { path, headers, body }: SignedRequest): void {
    const options: CuttableOptions = {
      origin,
      method: 'POST',
      path,
      headers,
      body: body ?? null,
      // The deadline bounds both, and bounds the wait for a connection too.
      headersTimeout: 0,
      bodyTimeout: 0,
      onAssigned: (connection) => (this.#connection = connection),
    };
    try {
      untraced(() => dispatcher.dispatch(options, this));
    } catch (error) {
      this.#end(error as Error);
    }
  }

  /** Ends the socket of what was written, so that nothing goes on behind the caller's back. */
  giveUp(): void {
    this.#isGivenUp = true;
    if (this.#isWritten) this.#connection?.cut();
  }

  /** undici calls this right before it writes: until then nothing can have been sent. */
  onRequestStart(): void {
    // Thrown, it takes the request out of the queue and leaves the connection to the next one.
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
    if (this.#size > MAX_ANSWER_BYTES) return this.owner.failed('too-large');
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#leave();
    const body = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.owner.answered({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#end(error);
  }

  #end(error: Error & { code?: string }): void {
    this.#leave();
    this.owner.failed('network', error.code);
  }

  #leave(): void {
    if (!this.#hasLeft) this.owner.left();
    this.#hasLeft = true;
  }
}
