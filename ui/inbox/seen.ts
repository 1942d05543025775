const KEY = 'aliyun-sms-seen';
/** Enough for a day of tests; the store of the browser is small. */
const MAX = 2_000;

/** By number, up to when its messages were read, as this tab has left it before a reload. */
export function readSeen(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string, number][]);
  } catch {
    return new Map();
  }
}

export function writeSeen(seen: ReadonlyMap<string, number>): void {
  sessionStorage.setItem(KEY, JSON.stringify([...seen].slice(-MAX)));
}
