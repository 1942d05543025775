// China has one time zone and no daylight saving time.
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `yyyy-MM-dd HH:mm:ss` in China Standard Time, as Aliyun SMS writes all dates. */
export function chinaTime(time: number | string): string {
  const ms = typeof time === 'string' ? Date.parse(time) : time;
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** `yyyyMMdd` in China Standard Time. */
export function chinaDay(time: number | string): string {
  return chinaTime(time).slice(0, 10).replaceAll('-', '');
}

/** Returns the seconds until the next midnight in China, from 1 to 86400. */
export function secondsToChinaMidnight(now: number): number {
  return Math.ceil((DAY_MS - ((now + CHINA_OFFSET_MS) % DAY_MS)) / 1000);
}
