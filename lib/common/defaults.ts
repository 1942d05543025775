/** Milliseconds for a whole call, of any provider, and for whatever else a send has to wait for. */
export const DEFAULT_TIMEOUT = 10_000;
