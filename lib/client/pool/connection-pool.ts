import type { Dispatcher } from 'undici';
import { DeadlineTimer } from './deadline-timer.js';
import { WaitingLine } from './fifo-queue.js';

// Milliseconds in which no answer comes: a call that begins them in the line ends there, and is known
// not to have been sent, instead of being written and given up at once.
const TOO_LATE = 5;

/** A call on its way through a pool. */
export interface PooledCall {
  /** When it is to have ended, on the clock of `performance.now()`; `Infinity` when it has. */
  readonly deadline: number;
  /** It has a connection to itself, or will have as soon as one is made. */
  start(dispatcher: Dispatcher): void;
  /** Its turn will not come, for the reason of this code. */
  refuse(systemCode: string): void;
  /** Its deadline is there, whether it waits or runs. */
  expire(): void;
}

/**
 * Connections of one account to one endpoint, and the line of calls that wait for one. The line is
 * ours since undici's cannot be left: in an outage it keeps every call that was given up, and in the
 * end connects for it.
 */
export class ConnectionPool {
  readonly #waiting = new WaitingLine<PooledCall>();
  readonly #running: PooledCall[] = [];
  readonly #deadlines = new DeadlineTimer((now) => this.#expire(now));
  #dispatcher: Dispatcher | undefined;
  #isOpening = false;
  #closing: Promise<void> | undefined;
  #onDrained: (() => void)[] = [];

  constructor(
    private readonly connections: number,
    private readonly createDispatcher: () => Promise<Dispatcher>,
    /** Asked when a call comes while there are no connections: whether there may be none any more. */
    private readonly isOver: () => boolean = () => false,
  ) {}

  /** Starts the call, now or when it is its turn, and tells it when its deadline is there. */
  enter(call: PooledCall): void {
    if (this.#closing) return call.refuse('UND_ERR_CLOSED');
    this.#deadlines.expect(call.deadline);
    if (this.#dispatcher && this.#running.length < this.connections) {
      this.#running.push(call);
      return call.start(this.#dispatcher);
    }
    this.#waiting.join(call);
    if (this.#dispatcher || this.#isOpening) return;
    if (this.isOver()) return this.#refuseAll('UND_ERR_CLOSED');
    void this.#open();
  }

  /** Takes a call out that has not started. */
  leave(call: PooledCall): void {
    this.#waiting.leave(call);
    this.#checkDrained();
  }

  /** The call has left its connection, which is the next one's. */
  done(call: PooledCall): void {
    // Not at once: undici is in the middle of putting its own books right.
    queueMicrotask(() => this.#follow(call));
  }

  /** Closes the connections when nothing runs or waits any more; a later call opens new ones. */
  async rest(): Promise<void> {
    while (this.#isBusy) await this.#drained();
    // A timer that is set would keep the pool for as long as a call may take.
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
      this.#dispatcher = await this.createDispatcher();
    } catch (error) {
      const { code = 'no dispatcher' } = error as { code?: string };
      return this.#refuseAll(code);
    } finally {
      this.#isOpening = false;
    }
    while (this.#running.length < this.connections) {
      const call = this.#nextInTime();
      if (!call) return this.#checkDrained();
      this.#running.push(call);
      call.start(this.#dispatcher);
    }
  }

  #follow(call: PooledCall): void {
    const place = this.#running.indexOf(call);
    const next = this.#nextInTime();
    if (next) {
      this.#running[place] = next;
      next.start(this.#dispatcher!);
    } else {
      this.#running.splice(place, 1);
      this.#checkDrained();
    }
  }

  get #isBusy(): boolean {
    return this.#running.length > 0 || this.#waiting.size > 0;
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => this.#onDrained.push(resolve));
  }

  #checkDrained(): void {
    if (this.#isBusy) return;
    for (const resolve of this.#onDrained.splice(0)) resolve();
  }

  #nextInTime(): PooledCall | undefined {
    for (let call; (call = this.#waiting.shift()); call.expire()) {
      if (call.deadline - performance.now() > TOO_LATE) return call;
    }
    return undefined;
  }

  /** Ends those who are late, and tells when the next one will be. */
  #expire(now: number): number {
    let next = Infinity;
    const isLate = ({ deadline }: PooledCall) => {
      if (deadline > now) next = Math.min(next, deadline);
      return deadline <= now;
    };
    const late = [...this.#running.filter(isLate), ...this.#waiting.takeOut(isLate)];
    for (const call of late) call.expire();
    this.#checkDrained();
    return next;
  }

  async #close(grace: number): Promise<void> {
    const timer = setTimeout(() => this.#giveUp(), grace);
    if (this.#isBusy) await this.#drained();
    this.#deadlines.stop();
    await this.#dispatcher?.close().catch(() => {});
    clearTimeout(timer);
  }

  #giveUp(): void {
    this.#refuseAll('UND_ERR_CLOSED');
    void this.#dispatcher?.destroy().catch(() => {});
  }

  #refuseAll(systemCode: string): void {
    for (let call; (call = this.#waiting.shift());) call.refuse(systemCode);
    this.#checkDrained();
  }
}
