const SECONDS = { 分钟: 60, 小时: 3_600, 天: 86_400, 号码天: 86_400 } as const;
// The texts of real answers: 触发分钟级流控Permits:1. The code is the same for every window.
const LEVEL = /触发(分钟|小时|天|号码天)级流控/;

const DAY_MS = 86_400_000;
// China has one time zone and no daylight saving.
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Seconds until a message that flow control refused may be tried again, or undefined where the
 * answer does not tell. Windows roll (https://help.aliyun.com/document_detail/2881383.html), so the
 * whole window is the longest wait; the daily cap of an account ends at midnight, China time.
 */
export function flowControlRetryAfter(
  code: string,
  message: string,
  now: number,
): number | undefined {
  if (code === 'isv.DAY_LIMIT_CONTROL') return secondsToChinaMidnight(now);
  if (code !== 'isv.BUSINESS_LIMIT_CONTROL') return undefined;
  const level = LEVEL.exec(message)?.[1];
  return level === undefined ? undefined : SECONDS[level as keyof typeof SECONDS];
}

function secondsToChinaMidnight(now: number): number {
  return Math.ceil((DAY_MS - ((now + CHINA_OFFSET_MS) % DAY_MS)) / 1000);
}
