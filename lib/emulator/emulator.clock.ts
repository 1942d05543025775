/** The emulator's time: the system's, moved forward by `advance`. */
export class EmulatorClock {
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  /** Milliseconds by which this clock is ahead of the system's. */
  get ahead(): number {
    return this.offset;
  }

  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) {
      throw new RangeError('The clock moves forward only: give a number of milliseconds');
    }
    this.offset += ms;
  }

  reset(): void {
    this.offset = 0;
  }
}
