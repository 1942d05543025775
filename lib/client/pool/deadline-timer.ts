// Milliseconds. In an outage thousands are late one after the other, and each look at the line is one
// at all of them.
const PAUSE = 4;

/**
 * One timer for all deadlines of a pool, set for the earliest that was named. Nobody has to tell that
 * a deadline does not matter any more: who has ended by then is not found.
 */
export class DeadlineTimer {
  #at = Infinity;
  #timer: NodeJS.Timeout | undefined;

  /** What is asked for the earliest of the deadlines that are left, or `Infinity`. */
  constructor(private readonly onDue: (now: number) => number) {}

  expect(deadline: number): void {
    if (deadline >= this.#at) return;
    clearTimeout(this.#timer);
    this.#at = deadline;
    this.#timer = setTimeout(() => this.#ring(), Math.ceil(deadline - performance.now()));
    // The sockets of the calls keep the process up, as long as there are any.
    this.#timer.unref();
  }

  /** Nobody is left who could be late. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#at = Infinity;
  }

  #ring(): void {
    const now = performance.now();
    this.#at = Infinity;
    this.expect(Math.max(this.onDue(now), now + PAUSE));
  }
}
