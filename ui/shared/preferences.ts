const PREFIX = 'aliyun-sms-';
const YEAR = 365 * 24 * 60 * 60;

/**
 * A choice of the reader. It is a cookie, since cookies are shared by all ports of a host: the inbox and the
 * console of one machine look alike.
 */
export function readPreference(name: string): string | undefined {
  const start = `${PREFIX}${name}=`;
  const entry = document.cookie.split('; ').find((each) => each.startsWith(start));
  return entry?.slice(start.length);
}

export function writePreference(name: string, value: string): void {
  document.cookie = `${PREFIX}${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
