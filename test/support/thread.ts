/** Stops this thread with all of its timers and sockets, as a machine does that is busy with other things. */
export function blockThread(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Whether the work ends before a timer of so many milliseconds would. Timers of one thread end in their order, so that
 * this holds on a busy machine, where a clock would not tell.
 */
export async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let hasEnded = false;
  const ended = () => void (hasEnded = true);
  work.then(ended, ended);
  await new Promise((resolve) => setTimeout(resolve, ms));
  // What a timer has ended takes some turns more to be told.
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
  return hasEnded;
}
