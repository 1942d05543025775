import { setTimeout as sleep } from 'node:timers/promises';

/** Spreads recipients evenly over time. */
export class RateLimiter {
  readonly #perSecond: number | undefined;
  #freeAt = 0;

  /** @param perSecond most recipients a second; undefined for no limit */
  constructor(perSecond: number | undefined) {
    this.#perSecond = perSecond;
  }

  /** Resolves when a call to so many recipients may start; at once when the signal is aborted. */
  async wait(recipients: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#perSecond === undefined) return;
    const now = performance.now();
    const startAt = Math.max(now, this.#freeAt);
    this.#freeAt = startAt + (recipients / this.#perSecond) * 1000;
    if (startAt > now) await sleep(startAt - now, undefined, { signal }).catch(() => {});
  }
}
