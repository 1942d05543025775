// Milliseconds between two checks. In an outage thousands of deadlines pass one after the other, and
// each check looks at all calls that wait.
const MIN_PAUSE = 4;

/**
 * One timer for all deadlines of a pool, set for the earliest of them. A deadline is never taken
 * back: when a call has ended by then, the check does not find it.
 */
export class DeadlineTimer {
  readonly #check: (now: number) => number;
  #dueAt = Infinity;
  #setTimeout = globalThis.setTimeout;
  #timer: NodeJS.Timeout | undefined;

  /** @param check ends what is late and returns the earliest deadline that is left, or `Infinity` */
  constructor(check: (now: number) => number) {
    this.#check = check;
  }

  schedule(deadline: number): void {
    // A timer of another `setTimeout` is one of a test's fake timers, which may never fire.
    if (deadline >= this.#dueAt && this.#setTimeout === globalThis.setTimeout) return;
    clearTimeout(this.#timer);
    this.#dueAt = deadline;
    this.#setTimeout = globalThis.setTimeout;
    this.#timer = setTimeout(() => this.#fire(), Math.ceil(deadline - performance.now()));
    // The sockets of the calls keep the process alive as long as there are calls.
    this.#timer.unref();
  }

  /** Forgets all deadlines. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
  }

  #fire(): void {
    const now = performance.now();
    this.#dueAt = Infinity;
    this.schedule(Math.max(this.#check(now), now + MIN_PAUSE));
  }
}
