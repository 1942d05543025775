import { setMaxListeners } from 'node:events';
import { brand } from './brand.js';
import { withTimeout } from './timeout.js';

// What a timer takes.
const MAX_DELAY = 2 ** 31 - 1;

/** What is left for a call: the time that all its steps share, and the signal by which its caller ends it. */
export interface CallTime {
  /** When the call ends at the latest, on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** How a call ends before its work is done. */
export type CallTimeEnd = 'deadline' | 'aborted';

/** Milliseconds until the deadline; below zero where it has passed. */
export function timeLeft({ deadline }: Pick<CallTime, 'deadline'>): number {
  return deadline - performance.now();
}

/** Says whether and why no further step of a call may begin. */
export function callTimeEnd(time: CallTime): CallTimeEnd | undefined {
  if (time.signal?.aborted) return 'aborted';
  return timeLeft(time) <= 0 ? 'deadline' : undefined;
}

/** Why work was given up: its call has ended. */
export class CallEnded {
  static {
    // The usual instanceof throws for a revoked proxy, which code of the application may throw.
    brand(this, 'CallEnded');
  }

  constructor(readonly reason: CallTimeEnd) {}
}

/**
 * Waits for work that cannot be cancelled as long as its call lasts, and no longer than `most` milliseconds.
 *
 * @throws CallEnded where the call ends before the work
 * @throws what `onTimeout` returns where the work takes longer than `most`
 */
export function withinCall<T>(
  work: Promise<T>,
  time: CallTime,
  most = Infinity,
  onTimeout: () => unknown = () => new CallEnded('deadline'),
): Promise<T> {
  // Not asked afterwards: a timer may fire a little before the clock has reached the deadline.
  const left = timeLeft(time);
  // One signal may serve many calls, but Node warns from the eleventh listener on.
  if (time.signal instanceof AbortSignal) setMaxListeners(0, time.signal);
  return withTimeout(work, Math.ceil(Math.min(left, most, MAX_DELAY)), {
    onTimeout: left <= most ? () => new CallEnded('deadline') : onTimeout,
    onAbort: () => new CallEnded('aborted'),
    ...(time.signal && { signal: time.signal }),
  });
}
