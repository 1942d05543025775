interface Task {
  readonly at: number;
  readonly run: () => void | Promise<void>;
}

/** The longest delay that a Node timer takes. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * The emulator's time: the system's, moved forward by `advance`. Retries of receipts and the
 * windows of flow control follow it.
 */
export class EmulatorClock {
  private offset = 0;
  private tasks: Task[] = [];
  private timer: NodeJS.Timeout | undefined;
  private advancing: Promise<void> = Promise.resolve();

  now(): number {
    return Date.now() + this.offset;
  }

  /** Milliseconds by which this clock is ahead of the system's. */
  get ahead(): number {
    return this.offset;
  }

  /** Runs something once this clock has reached a time. */
  schedule(at: number, run: () => void | Promise<void>): void {
    // Nearly always the last: a look from the end is cheaper than to sort.
    const before = this.tasks.findLastIndex((task) => task.at <= at);
    this.tasks.splice(before + 1, 0, { at, run });
    this.arm();
  }

  /** Moves forward and resolves once all that became due on the way has been done, in order. */
  advance(ms: number): Promise<void> {
    if (!Number.isFinite(ms) || ms < 0) {
      throw new RangeError('The clock moves forward only: give a number of milliseconds');
    }
    this.advancing = this.advancing.then(() => this.moveTo(this.now() + ms));
    return this.advancing;
  }

  /** Back to the system's time; nothing is due any more. */
  reset(): void {
    this.offset = 0;
    this.tasks = [];
    clearTimeout(this.timer);
  }

  private async moveTo(target: number): Promise<void> {
    for (let task = this.takeDue(target); task; task = this.takeDue(target)) {
      this.offset = Math.max(this.offset, task.at - Date.now());
      await task.run();
    }
    this.offset = Math.max(this.offset, target - Date.now());
    this.arm();
  }

  private takeDue(until: number): Task | undefined {
    return this.tasks[0] && this.tasks[0].at <= until ? this.tasks.shift() : undefined;
  }

  private arm(): void {
    clearTimeout(this.timer);
    const [first] = this.tasks;
    if (!first) return;
    const delay = Math.min(Math.max(first.at - this.now(), 0), MAX_TIMER_MS);
    this.timer = setTimeout(() => void this.advance(0), delay).unref();
  }
}
