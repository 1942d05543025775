// Symbols, so that no rule of a message has to know them, and no JSON from outside can carry them.
const STARTED_AT = Symbol('when this call began');
const LIMIT = Symbol('how long this call may take');

/** How long the calls may take that a failover hands to one of its instances. */
export interface TimeLimit {
  /** Max. milliseconds for a call, where the instance allows more. */
  readonly most: number;
  /** Milliseconds that the longest of the calls has taken. */
  longest: number;
}

/** A message, a query or options of a ping whose call did not begin at the instance. */
interface Timed {
  [STARTED_AT]?: number;
  [LIMIT]?: TimeLimit;
}

/**
 * Marks what a call is given with the time at which it began, so that the wait for its instance is a part of the
 * time of the call.
 *
 * @param startedAt on the clock of `performance.now()`
 */
export function withStart<T>(given: T, startedAt: number): T {
  // What is no object, or cannot be read, is refused by the instance.
  if (typeof given !== 'object' || given === null) return given;
  try {
    if (Array.isArray(given)) return given;
    // A copy: the object is the caller's own.
    const copy = Object.create(Reflect.getPrototypeOf(given)) as T & object;
    const started: T & Timed = Object.assign(copy, given, { [STARTED_AT]: startedAt });
    return started;
  } catch {
    return given;
  }
}

/** Marks a plain object that a call is given with the time that a failover leaves to the call. */
export function withLimit<T extends object>(given: T, limit: TimeLimit): T {
  const limited: T & Timed = { ...given, [LIMIT]: limit };
  return limited;
}

/** Returns when the call began, if that was before its instance was there. */
export function startOf(given: object | null | undefined): number | undefined {
  return markOf(given, STARTED_AT);
}

/** Returns the limit of a failover, if the call came through one. */
export function limitOf(given: object | null | undefined): TimeLimit | undefined {
  return markOf(given, LIMIT);
}

function markOf<Key extends keyof Timed>(
  given: object | null | undefined,
  key: Key,
): Timed[Key] | undefined {
  try {
    return (given as Timed | null | undefined)?.[key];
  } catch {
    // What cannot be read is refused by the instance.
    return undefined;
  }
}

/**
 * Returns how many milliseconds a call may take.
 *
 * @param limit of a failover, if the call came through one
 * @param timeout what the instance allows
 */
export function timeoutOf(limit: TimeLimit | undefined, timeout: number): number {
  return limit ? Math.min(timeout, Math.round(limit.most)) : timeout;
}

/** Returns when such a call ends at the latest, on the clock of `performance.now()`. */
export function deadlineOf(given: object | null | undefined, timeout: number): number {
  return (startOf(given) ?? performance.now()) + timeoutOf(limitOf(given), timeout);
}
