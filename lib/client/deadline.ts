import { HttpCallError } from './pool/http-exchange.js';

/** Waits for something that cannot be cancelled, but no longer than the call may last. */
export function withinDeadline<T>(
  work: Promise<T>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(new HttpCallError('aborted', false));
  let stop = () => {};
  const limit = new Promise<never>((_, reject) => {
    const onAbort = () => reject(new HttpCallError('aborted', false));
    const timer = setTimeout(() => reject(new HttpCallError('deadline', false)), timeout);
    signal?.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return Promise.race([work, limit]).finally(stop);
}
