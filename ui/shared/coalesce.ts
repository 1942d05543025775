/**
 * Returns a function that may be called any number of times. One run at a time goes on; calls meanwhile lead to one
 * more run after it.
 */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAgain = false;
  const loop = async () => {
    do {
      isAgain = false;
      await run();
    } while (isAgain);
  };
  return () => {
    if (running) isAgain = true;
    running ??= loop().finally(() => {
      running = undefined;
    });
    return running;
  };
}
