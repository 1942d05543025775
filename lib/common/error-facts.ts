// What of a thrown value may be shown. Its text may hold anything, secrets and phone numbers included, so
// these three facts are all that leaves the process.

/** The name of its class, such as `TypeError`, or its type where it is no error. */
export function errorKind(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const name = thrown.name === 'Error' ? thrown.constructor.name : thrown.name;
  return /^\w{1,40}$/.test(name) ? name : 'Error';
}

/** Its code, or that of its cause, as system calls and fetch have one: `ECONNREFUSED`. */
export function errorCode(thrown: unknown): string | undefined {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: { code?: unknown } | null };
  return [cause?.code, code].find(
    (each): each is string => typeof each === 'string' && /^[A-Z_][A-Z\d_]{0,60}$/.test(each),
  );
}

/** File and line where it was thrown: `orders.service.ts:12`. */
export function throwSite(thrown: unknown): string | undefined {
  const { stack } = (thrown ?? {}) as { stack?: unknown };
  if (typeof stack !== 'string') return undefined;
  return /\n\s+at .*?([\w.-]+:\d+):\d+\)?$/m.exec(stack)?.[1];
}
