interface Task {
  readonly at: number;
  readonly run: () => void | Promise<void>;
}

/** The longest delay that a Node timer takes. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * The emulator's time: the system's time, moved forward by `advance`. The retries of webhooks and
 * the windows of flow control follow it.
 */
export class EmulatorClock {
  #offset = 0;
  #tasks: Task[] = [];
  #timer: NodeJS.Timeout | undefined;
  #advancing: Promise<void> = Promise.resolve();

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Milliseconds by which this clock is ahead of the system's. */
  get ahead(): number {
    return this.#offset;
  }

  /** Runs a task once this clock has reached a time. */
  schedule(at: number, run: () => void | Promise<void>): void {
    // A new task is nearly always the last one: a search from the end is cheaper than a sort.
    const before = this.#tasks.findLastIndex((task) => task.at <= at);
    this.#tasks.splice(before + 1, 0, { at, run });
    this.#arm();
  }

  /** Moves forward. Resolves when every task that became due on the way has run, in order. */
  advance(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) {
      throw new RangeError('The clock moves forward only: give a number of milliseconds');
    }
    this.#advancing = this.#advancing.then(() => this.#moveTo(this.now() + ms));
    return this.#advancing;
  }

  /** Goes back to the system's time and drops all tasks. */
  reset(): void {
    this.#offset = 0;
    this.#tasks = [];
    clearTimeout(this.#timer);
  }

  async #moveTo(target: number): Promise<void> {
    for (let task = this.#takeDue(target); task; task = this.#takeDue(target)) {
      this.#offset = Math.max(this.#offset, task.at - Date.now());
      await task.run();
    }
    this.#offset = Math.max(this.#offset, target - Date.now());
    this.#arm();
  }

  #takeDue(until: number): Task | undefined {
    return this.#tasks[0] && this.#tasks[0].at <= until ? this.#tasks.shift() : undefined;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const [first] = this.#tasks;
    if (!first) return;
    const delay = Math.min(Math.max(first.at - this.now(), 0), MAX_TIMER_MS);
    this.#timer = setTimeout(() => void this.advance(0), delay).unref();
  }
}
