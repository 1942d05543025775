import { type CallFailure, Connection, type ConnectionOwner, type Exchange } from './connection.js';
import type { Connector } from './connector.js';
import { DeadlineTimer } from './deadline-timer.js';
import { FifoQueue } from './fifo-queue.js';
import { KEEP_ALIVE } from './http-response.js';

// Taken when the module is loaded: fake timers of a test replace the global ones, and a call that ends under
// them would never give its connection back, nor would closing end. Deadlines stay on the global ones, so that
// a test can let them pass.
const { clearTimeout, setImmediate, setTimeout } = globalThis;

// Milliseconds that are too short for any response. A waiting call with less time than this ends
// without being written, so it is known that it was not sent.
const MIN_TIME_LEFT = 5;

export interface PoolLimits {
  /** Max. connections at the same time. */
  connections: number;
  /** Max. milliseconds to establish a connection. */
  connectTimeout: number;
}

/** The connections of one account to one endpoint, and the queue of calls that wait for one. */
export class ConnectionPool implements ConnectionOwner {
  readonly #limits: PoolLimits;
  readonly #connector: Connector;
  readonly #isGone: () => boolean;
  readonly #waiting = new FifoQueue<Exchange>();
  /** All of them: those that are opened, that run a call, and that idle. */
  readonly #connections: Connection[] = [];
  /** The one that was used last is used first, so that those that are not needed grow old. */
  readonly #idle: Connection[] = [];
  readonly #deadlines = new DeadlineTimer((now) => this.#expireLate(now));
  #isAssigning = false;
  #idleTimer: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;
  #onIdle: (() => void)[] = [];

  /** @param isGone asked before a connection is opened for an idle pool: whether there must be no more of them */
  constructor(connector: Connector, limits: PoolLimits, isGone: () => boolean = () => false) {
    this.#connector = connector;
    this.#limits = limits;
    this.#isGone = isGone;
  }

  /** Runs the call, now or when it is its turn, and ends it at its deadline. */
  add(call: Exchange): void {
    if (this.#closing) return call.onFailure('closed');
    this.#deadlines.schedule(call.deadline);
    const isNextFree = this.#idle.length > this.#waiting.size;
    this.#waiting.push(call);
    // Asked when the call is there: whoever drains the pool then waits for the call.
    if (this.#connections.length === 0 && this.#isGone()) return this.end(call, 'closed');
    if (isNextFree) this.#assignSoon();
    else if (this.#connections.length < this.#limits.connections)
      this.#open(this.#waiting.shift()!);
  }

  /** Ends a call. If it runs, its connection is closed, so that no response is read. */
  end(call: Exchange, kind: CallFailure): void {
    const connection = this.#connections.find(({ exchange }) => exchange === call);
    if (connection) return connection.close(kind);
    this.#waiting.remove(call);
    call.onFailure(kind);
    this.#checkIdle();
  }

  onIdle(connection: Connection): void {
    this.#idle.push(connection);
    if (this.#waiting.size > 0) this.#assignSoon();
    else this.#idleTimer ??= this.#setIdleTimer();
    this.#checkIdle();
  }

  onClosed(connection: Connection): void {
    remove(this.#connections, connection);
    remove(this.#idle, connection);
    if (this.#waiting.size > 0) this.#assignSoon();
    this.#checkIdle();
  }

  /** Closes the connections as soon as no call runs or waits. A later call opens new ones. */
  async drain(): Promise<void> {
    while (this.#isBusy) await this.#untilIdle();
    this.#release();
  }

  /** Refuses new calls, lets the others finish within the grace time, and closes every connection. */
  close(grace: number): Promise<void> {
    return (this.#closing ??= this.#close(grace));
  }

  /**
   * A connection that has been used gets its call once all events that have arrived are handled: one of them may be
   * that the server has closed it, or has written what nobody asked for. Between the two turns Node looks for them.
   */
  #assignSoon(): void {
    if (this.#isAssigning) return;
    this.#isAssigning = true;
    setImmediate(() => setImmediate(() => this.#assign()));
  }

  #assign(): void {
    this.#isAssigning = false;
    const now = performance.now();
    for (;;) {
      const connection = this.#takeIdle(now);
      if (!connection && this.#connections.length >= this.#limits.connections) return;
      const call = this.#nextInTime(now);
      if (connection && call) connection.run(call);
      else if (connection) return void this.#idle.push(connection);
      else if (call) this.#open(call);
      else return;
    }
  }

  #open(call: Exchange): void {
    const connection = new Connection(this);
    this.#connections.push(connection);
    connection.open(this.#connector, this.#limits.connectTimeout, call);
  }

  #takeIdle(now: number): Connection | undefined {
    for (let connection; (connection = this.#idle.pop()); connection.close()) {
      if (connection.idleUntil > now) return connection;
    }
    return undefined;
  }

  #nextInTime(now: number): Exchange | undefined {
    for (let call; (call = this.#waiting.shift()); call.onFailure('deadline')) {
      if (call.deadline - now > MIN_TIME_LEFT) return call;
    }
    return undefined;
  }

  #closeOld(): void {
    const now = performance.now();
    for (const connection of this.#idle.filter(({ idleUntil }) => idleUntil <= now)) {
      connection.close();
    }
    this.#idleTimer = this.#idle.length > 0 ? this.#setIdleTimer() : undefined;
  }

  #setIdleTimer(): NodeJS.Timeout {
    return setTimeout(() => this.#closeOld(), KEEP_ALIVE).unref();
  }

  get #isBusy(): boolean {
    return this.#connections.length > this.#idle.length || this.#waiting.size > 0;
  }

  #untilIdle(): Promise<void> {
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  #checkIdle(): void {
    if (this.#onIdle.length === 0 || this.#isBusy) return;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  /** Ends the calls that are late, and returns the next deadline. */
  #expireLate(now: number): number {
    let next = Infinity;
    const isLate = (deadline: number) => {
      if (deadline > now) next = Math.min(next, deadline);
      return deadline <= now;
    };
    const late = this.#connections.filter(({ exchange }) => exchange && isLate(exchange.deadline));
    for (const call of this.#waiting.removeWhere(({ deadline }) => isLate(deadline))) {
      call.onFailure('deadline');
    }
    for (const connection of late) connection.close('deadline');
    this.#checkIdle();
    return next;
  }

  async #close(grace: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const isOver = new Promise<void>((resolve) => (timer = setTimeout(resolve, grace)));
    await Promise.race([this.#isBusy ? this.#untilIdle() : undefined, isOver]);
    clearTimeout(timer);
    for (let call; (call = this.#waiting.shift());) call.onFailure('closed');
    this.#release();
  }

  /** Closes the connections, and leaves nothing that would keep the pool in memory. */
  #release(): void {
    for (const connection of this.#connections.slice()) connection.close('closed');
    this.#deadlines.stop();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
  }
}

function remove<T>(items: T[], item: T): void {
  const at = items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
}
