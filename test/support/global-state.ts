import { vi } from 'vitest';

/**
 * What all specs of a worker share, since they run without isolation: nobody may leave it other than it was. Returns a
 * function that tells what has changed since, by name only: the environment may hold secrets.
 */
export function watchGlobalState(): () => string[] {
  const before = globalState();
  return () => {
    const now = globalState();
    const names = new Set([...before.keys(), ...now.keys()]);
    return [...names].filter((name) => before.get(name) !== now.get(name));
  };
}

function globalState(): Map<string, unknown> {
  const { log, info, warn, error, debug } = console;
  const { Date, setTimeout, setInterval, setImmediate, queueMicrotask, fetch } = globalThis;
  const servers = process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap');
  return new Map<string, unknown>([
    ...Object.entries(process.env).map(([name, value]) => [`variable ${name}`, value] as const),
    ...process
      .eventNames()
      .map((name) => [`listeners of ${String(name)}`, process.listenerCount(name)] as const),
    ...Object.entries({ log, info, warn, error, debug }),
    ...Object.entries({ Date, setTimeout, setInterval, setImmediate, queueMicrotask, fetch }),
    ['fake timers', vi.isFakeTimers()],
    ['servers that listen', servers.length],
    ['folder', process.cwd()],
  ]);
}
