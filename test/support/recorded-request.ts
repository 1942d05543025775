import type { Dispatcher } from 'undici';
import type { Connection, ConnectionAwareOptions } from '../../lib/client/pool/dispatcher.js';

/** A request that writes down what undici tells it. */
export class RecordedRequest implements Dispatcher.DispatchHandler {
  readonly events: string[] = [];
  readonly assignedTo: Connection[] = [];
  readonly ended: Promise<void>;
  headers: unknown;
  body = '';
  error: (Error & { code?: string }) | undefined;
  controller: Dispatcher.DispatchController | undefined;
  readonly #onStart: () => void;
  #end = () => {};

  constructor(onStart: () => void = () => {}) {
    this.#onStart = onStart;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  dispatch(dispatcher: Dispatcher, origin: string, path = '/'): this {
    const options: ConnectionAwareOptions = {
      origin,
      method: 'POST',
      path,
      onAssigned: (connection) => this.assignedTo.push(connection),
    };
    dispatcher.dispatch(options, this);
    return this;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.events.push('start');
    this.controller = controller;
    this.#onStart();
  }

  onResponseStart(_: unknown, status: number, headers: unknown): void {
    this.events.push(String(status));
    this.headers = headers;
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.body += chunk.toString('utf8');
  }

  onResponseEnd(): void {
    this.events.push('end');
    this.#end();
  }

  onResponseError(_: unknown, error: Error): void {
    this.events.push('error');
    this.error = error;
    this.#end();
  }
}
