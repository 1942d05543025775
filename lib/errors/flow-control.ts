import { secondsToChinaMidnight } from '../common/china-time.js';

const SECONDS = { 分钟: 60, 小时: 3_600, 天: 86_400, 号码天: 86_400 } as const;
// Real responses read 触发分钟级流控Permits:1. The code is the same for every window.
const LEVEL = /触发(分钟|小时|天|号码天)级流控/;

/**
 * Returns the seconds until a message that flow control refused may be sent again, or undefined if the
 * response does not say. Windows roll (https://help.aliyun.com/document_detail/2881383.html), so the
 * longest wait is a whole window. The daily cap of an account ends at midnight in China.
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
