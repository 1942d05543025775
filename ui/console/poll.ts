/** Does something again and again while the tab is seen. Returns a function that does it at once. */
export function poll(ms: number, task: () => Promise<unknown>): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    try {
      if (!document.hidden) await task();
    } catch {
      // The chip of the connection says it; the next turn tries again.
    } finally {
      isBusy = false;
      timer = setTimeout(() => void tick(), ms);
    }
  };
  document.addEventListener('visibilitychange', () => void tick());
  addEventListener('online', () => void tick());
  return tick;
}
