import type { Dispatcher } from 'undici';
import { WaitingLine } from './waiting-line.js';

/** A call on its way through a pool. */
export interface PooledCall {
  /** It has a connection to itself, or will have as soon as one is made. */
  start(dispatcher: Dispatcher): void;
  /** Its turn will not come, for the reason of this code. */
  refuse(systemCode: string): void;
}

/**
 * Connections of one account to one endpoint, and the line of calls that wait for one. The line is
 * ours since undici's cannot be left: in an outage it keeps every call that was given up, and in the
 * end connects for it.
 */
export class ConnectionPool {
  #waiting = new WaitingLine<PooledCall>();
  #dispatcher: Dispatcher | undefined;
  #isOpening = false;
  #running = 0;
  #closing: Promise<void> | undefined;
  #onDrained: (() => void)[] = [];

  constructor(
    private readonly connections: number,
    private readonly createDispatcher: () => Promise<Dispatcher>,
  ) {}

  /** Starts the call, now or when it is its turn. */
  enter(call: PooledCall): void {
    if (this.#closing) return call.refuse('UND_ERR_CLOSED');
    if (this.#dispatcher && this.#running < this.connections) {
      this.#running++;
      return call.start(this.#dispatcher);
    }
    this.#waiting.join(call);
    if (!this.#dispatcher && !this.#isOpening) void this.#open();
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

  /** Closes the connections when nothing runs or waits any more; a later call opens new ones. */
  async rest(): Promise<void> {
    while (this.#isBusy) await this.#drained();
    const dispatcher = this.#dispatcher;
    this.#dispatcher = undefined;
    await dispatcher?.close().catch(() => {});
  }

  /** Refuses new calls, lets the others finish within the grace time, and closes every connection. */
  close(grace: number): Promise<void> {
    return (this.#closing ??= this.#close(grace));
  }

  async #open(): Promise<void> {
    this.#isOpening = true;
    try {
      this.#dispatcher = await this.createDispatcher();
    } catch (error) {
      const { code = 'no dispatcher' } = error as { code?: string };
      return this.#refuseAll(code);
    } finally {
      this.#isOpening = false;
    }
    for (let i = 0; i < this.connections && this.#waiting.size > 0; i++) {
      this.#running++;
      this.#next();
    }
  }

  #next(): void {
    const call = this.#waiting.shift();
    if (call) {
      call.start(this.#dispatcher!);
    } else {
      this.#running--;
      this.#checkDrained();
    }
  }

  get #isBusy(): boolean {
    return this.#running > 0 || this.#waiting.size > 0;
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => this.#onDrained.push(resolve));
  }

  #checkDrained(): void {
    if (this.#isBusy) return;
    for (const resolve of this.#onDrained.splice(0)) resolve();
  }

  async #close(grace: number): Promise<void> {
    const timer = setTimeout(() => this.#giveUp(), grace);
    if (this.#isBusy) await this.#drained();
    await this.#dispatcher?.close().catch(() => {});
    clearTimeout(timer);
  }

  #giveUp(): void {
    this.#refuseAll('UND_ERR_CLOSED');
    void this.#dispatcher?.destroy().catch(() => {});
  }

  #refuseAll(systemCode: string): void {
    const line = this.#waiting;
    // Each of them tells that it leaves, and must not be looked for.
    this.#waiting = new WaitingLine();
    for (let call; (call = line.shift());) call.refuse(systemCode);
  }
}
