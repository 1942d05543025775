import { isNativeError } from 'node:util/types';

// What of a thrown value may be shown. Its text may hold anything, secrets and phone numbers included, so
// these three facts are all that leaves the process. A thrown value may be anything too: reading a property
// of it may throw, for instance that of a revoked proxy.

// A phone number, or a part of a key.
const LONG_NUMBER = /\d{5}/;

/** The name of its class, such as `TypeError`, or its type where it is no error. */
export function errorKind(thrown: unknown): string {
  const name = read(() => {
    if (!(thrown instanceof Error)) return undefined;
    return thrown.name === 'Error' ? thrown.constructor.name : thrown.name;
  });
  if (typeof name === 'string' && /^[A-Za-z]\w{0,39}$/.test(name) && !LONG_NUMBER.test(name)) {
    return name;
  }
  if (typeof thrown === 'object' && thrown !== null) return isError(thrown) ? 'Error' : 'object';
  return thrown === null ? 'null' : typeof thrown;
}

/** Its code, or that of its cause, as system calls and fetch have one: `ECONNREFUSED`. */
export function errorCode(thrown: unknown): string | undefined {
  return [['cause', 'code'], ['code']]
    .map((path) => propertyOf(thrown, ...path))
    .find(
      (each): each is string =>
        typeof each === 'string' &&
        /^[A-Z_][A-Z\d_]{0,60}$/.test(each) &&
        !LONG_NUMBER.test(each.slice(1)),
    );
}

/** File and line where it was thrown: `orders.service.ts:12`. */
export function throwSite(thrown: unknown): string | undefined {
  // Of anything else the stack may be a text like any other.
  if (!isNativeError(thrown)) return undefined;
  const stack = propertyOf(thrown, 'stack');
  const message = propertyOf(thrown, 'message');
  if (typeof stack !== 'string' || typeof message !== 'string') return undefined;
  // The message stands in front, and may look like a line of the stack.
  const at = stack.indexOf(message);
  if (at < 0) return undefined;
  const frames = stack.slice(at + message.length);
  const [, file, line] = /\n\s+at .*?([\w-][\w.-]*):(\d{1,7}):\d+\)?$/m.exec(frames) ?? [];
  return file === undefined || LONG_NUMBER.test(file) ? undefined : `${file}:${line}`;
}

/** Reads a property of anything. Returns undefined where it is not there, or cannot be read. */
export function propertyOf(value: unknown, ...path: string[]): unknown {
  return read(() =>
    path.reduce<unknown>((each, name) => (each as Record<string, unknown> | null)?.[name], value),
  );
}

function isError(value: unknown): boolean {
  return read(() => value instanceof Error) === true;
}

function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
