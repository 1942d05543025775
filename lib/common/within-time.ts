import { LimitStoreError } from '../limits/limit-store.error.js';

/** The promise, or a `LimitStoreError` when it takes longer; it goes on unheard then. */
export async function withinTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LimitStoreError('timeout')), ms);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
