/** Looks now and then for what has not been used for a while. */
export class IdleSweeper {
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param idleTimeout milliseconds
   * @param drop is given the time, on the clock of `performance.now()`, since when idleness counts
   */
  constructor(
    private readonly idleTimeout: number,
    private readonly drop: (since: number) => void,
  ) {}

  start(): void {
    // Seldom enough to cost nothing, and not above what a timer takes (2^31 - 1 ms).
    const interval = Math.min(Math.max(10, Math.ceil(this.idleTimeout / 4)), 3_600_000);
    this.#timer ??= setInterval(() => this.drop(performance.now() - this.idleTimeout), interval);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
