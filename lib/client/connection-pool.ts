import type { Dispatcher } from 'undici';
import { WaitingLine } from './waiting-line.js';

/** A call on its way through a pool. */
export interface PooledCall {
  /** It has a connection to itself, or will have as soon as one is made. */
  start(dispatcher: Dispatcher): void;
  /** The application is shutting down: its turn will not come. */
  refuse(): void;
}

/**
 * Connections of one account to one endpoint, and the line of calls that wait for one. The line is
 * ours since undici's cannot be left: in an outage it keeps every call that was given up, and in the
 * end connects for it.
 */
export class ConnectionPool {
  #waiting = new WaitingLine<PooledCall>();
  #running = 0;
  #closing: Promise<void> | undefined;
  #onDrained = () => {};

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly connections: number,
  ) {}

  /** Starts the call, now or when it is its turn. */
  enter(call: PooledCall): void {
    if (this.#closing) return call.refuse();
    if (this.#running === this.connections) {
      this.#waiting.join(call);
      return;
    }
    this.#running++;
    call.start(this.dispatcher);
  }

  /** Takes a call out that has not started. */
  leave(call: PooledCall): void {
    this.#waiting.leave(call);
    this.#checkDrained();
  }

  /** The call has left its connection, which is the next one's. */
  done(): void {
    // Not at once: undici is in the middle of putting its own books right.
    queueMicrotask(() => this.#next());
  }

  /** Refuses new calls, lets the others finish within the grace time, and closes every connection. */
  close(grace: number): Promise<void> {
    return (this.#closing ??= this.#close(grace));
  }

  #next(): void {
    const call = this.#waiting.shift();
    if (call) {
      call.start(this.dispatcher);
    } else {
      this.#running--;
      this.#checkDrained();
    }
  }

  #checkDrained(): void {
    if (this.#running === 0 && this.#waiting.size === 0) this.#onDrained();
  }

  async #close(grace: number): Promise<void> {
    const timer = setTimeout(() => this.#giveUp(), grace);
    await new Promise<void>((resolve) => {
      this.#onDrained = resolve;
      this.#checkDrained();
    });
    await this.dispatcher.close().catch(() => {});
    clearTimeout(timer);
  }

  #giveUp(): void {
    const line = this.#waiting;
    // Each of them tells that it leaves, and must not be looked for.
    this.#waiting = new WaitingLine();
    for (let call; (call = line.shift());) call.refuse();
    void this.dispatcher.destroy().catch(() => {});
  }
}
