export interface TimeoutOptions {
  /** Makes the error for work that takes too long. */
  onTimeout: () => unknown;
  /** Ends the wait early. */
  signal?: AbortSignal;
  /**
   * Makes the error for a signal that aborts.
   *
   * @default the signal's own reason
   */
  onAbort?: () => unknown;
}

/**
 * Waits for work that cannot be cancelled, but not longer than `ms`, and not after the signal aborts.
 * Work that is given up continues, and its result or error is ignored.
 */
export async function withTimeout<T>(
  work: Promise<T>,
  ms: number,
  options: TimeoutOptions,
): Promise<T> {
  const { onTimeout, signal, onAbort = () => signal?.reason } = options;
  let stopWaiting = (): void => {};
  const giveUp = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(onTimeout()), ms);
    const abort = (): void => reject(onAbort());
    signal?.addEventListener('abort', abort, { once: true });
    stopWaiting = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    // A signal that has already aborted fires no event.
    if (signal?.aborted) abort();
  });
  try {
    return await Promise.race([giveUp, work]);
  } finally {
    stopWaiting();
  }
}
