/** Browser module: does something again and again while somebody looks. */
export const POLL_SCRIPT = String.raw`
/** Returns a function that does it at once. */
export function poll(ms, isWanted, task) {
  let timer;
  let isBusy = false;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    try {
      if (isWanted() && !document.hidden) await task();
    } catch {
      // The connection's chip says it; the next turn tries again.
    } finally {
      isBusy = false;
      timer = setTimeout(tick, ms);
    }
  };
  document.addEventListener('visibilitychange', () => void tick());
  addEventListener('online', () => void tick());
  return tick;
}
`;
