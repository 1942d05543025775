import type { Dispatcher } from 'undici';
import { DeadlineTimer } from './deadline-timer.js';
import { FifoQueue } from './fifo-queue.js';

// Taken when the module is loaded: fake timers of a test replace the global ones, and a call that ends under
// them would never give its connection back, nor would closing end. Deadlines stay on the global ones, so that
// a test can let them pass.
const { clearTimeout, queueMicrotask, setTimeout } = globalThis;

// Milliseconds after the grace time in which calls that were given up can still say so.
const ABANDON_WAIT = 500;

// Milliseconds that are too short for any response. A waiting call with less time than this ends
// without being written, so it is known that it was not sent.
const MIN_TIME_LEFT = 5;

/** A call in a pool. */
export interface PooledCall {
  /** When it ends at the latest, on the clock of `performance.now()`. `Infinity` if it has ended. */
  readonly deadline: number;
  /** The call has a connection of its own, or will have it as soon as that is established. */
  start(dispatcher: Dispatcher): void;
  /** The call will not be started, for the reason that the code names. */
  refuse(systemCode: string): void;
  /** The deadline has passed, while the call waited or ran. */
  expire(): void;
}

/**
 * The connections of one account to one endpoint, and the queue of calls that wait for one. The
 * queue is ours because a request cannot leave undici's: in an outage undici keeps every request
 * that was given up, and connects for it in the end.
 */
export class ConnectionPool {
  readonly #connections: number;
  readonly #createDispatcher: () => Promise<Dispatcher>;
  readonly #isClosed: () => boolean;
  readonly #waiting = new FifoQueue<PooledCall>();
  readonly #running: PooledCall[] = [];
  readonly #deadlines = new DeadlineTimer((now) => this.#expireLate(now));
  #dispatcher: Dispatcher | undefined;
  #isOpening = false;
  #closing: Promise<void> | undefined;
  #onIdle: (() => void)[] = [];

  /**
   * @param connections max. calls that run at the same time
   * @param createDispatcher called for the first call, and for the first one after `drain`
   * @param isClosed asked before connections are made: whether there must be no more of them
   */
  constructor(
    connections: number,
    createDispatcher: () => Promise<Dispatcher>,
    isClosed: () => boolean = () => false,
  ) {
    this.#connections = connections;
    this.#createDispatcher = createDispatcher;
    this.#isClosed = isClosed;
  }

  /** Starts the call, now or when it is its turn, and ends it at its deadline. */
  add(call: PooledCall): void {
    if (this.#closing) return call.refuse('UND_ERR_CLOSED');
    this.#deadlines.schedule(call.deadline);
    if (this.#dispatcher && this.#running.length < this.#connections) {
      this.#running.push(call);
      return call.start(this.#dispatcher);
    }
    this.#waiting.push(call);
    if (this.#dispatcher || this.#isOpening) return;
    if (this.#isClosed()) return this.#refuseAll('UND_ERR_CLOSED');
    void this.#open();
  }

  /** Removes a call that has not started. */
  remove(call: PooledCall): void {
    this.#waiting.remove(call);
    this.#checkIdle();
  }

  /** The call has left its connection, and the next call gets it. */
  release(call: PooledCall): void {
    // Not at once, because undici calls this while it updates its own state.
    queueMicrotask(() => this.#replace(call));
  }

  /** Closes the connections as soon as no call runs or waits. A later call opens new ones. */
  async drain(): Promise<void> {
    while (this.#isBusy) await this.#idle();
    // A timer that is still set would keep the pool in memory until the deadline.
    this.#deadlines.stop();
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
      this.#dispatcher = await this.#createDispatcher();
    } catch (error) {
      const { code = 'no dispatcher' } = error as { code?: string };
      return this.#refuseAll(code);
    } finally {
      this.#isOpening = false;
    }
    while (this.#running.length < this.#connections) {
      const call = this.#nextInTime();
      if (!call) return this.#checkIdle();
      this.#running.push(call);
      call.start(this.#dispatcher);
    }
  }

  #replace(call: PooledCall): void {
    const place = this.#running.indexOf(call);
    const next = this.#nextInTime();
    if (next) {
      this.#running[place] = next;
      next.start(this.#dispatcher!);
    } else {
      this.#running.splice(place, 1);
      this.#checkIdle();
    }
  }

  get #isBusy(): boolean {
    return this.#running.length > 0 || this.#waiting.size > 0;
  }

  #idle(): Promise<void> {
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  #checkIdle(): void {
    if (this.#isBusy) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #nextInTime(): PooledCall | undefined {
    for (let call; (call = this.#waiting.shift()); call.expire()) {
      if (call.deadline - performance.now() > MIN_TIME_LEFT) return call;
    }
    return undefined;
  }

  /** Ends the calls that are late, and returns the next deadline. */
  #expireLate(now: number): number {
    let next = Infinity;
    const isLate = ({ deadline }: PooledCall) => {
      if (deadline <= now) return true;
      next = Math.min(next, deadline);
      return false;
    };
    const late = [...this.#running.filter(isLate), ...this.#waiting.removeWhere(isLate)];
    for (const call of late) call.expire();
    this.#checkIdle();
    return next;
  }

  async #close(grace: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const isOver = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#abandon();
        // Whatever a call or undici has missed, the application must be able to end.
        timer = setTimeout(resolve, ABANDON_WAIT);
      }, grace);
    });
    await Promise.race([this.#finish(), isOver]);
    this.#deadlines.stop();
    clearTimeout(timer);
  }

  async #finish(): Promise<void> {
    if (this.#isBusy) await this.#idle();
    this.#deadlines.stop();
    await this.#dispatcher?.close().catch(() => {});
  }

  #abandon(): void {
    this.#refuseAll('UND_ERR_CLOSED');
    void this.#dispatcher?.destroy().catch(() => {});
  }

  #refuseAll(systemCode: string): void {
    for (let call; (call = this.#waiting.shift());) call.refuse(systemCode);
    this.#checkIdle();
  }
}
