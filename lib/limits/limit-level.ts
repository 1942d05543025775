import type { LimitWindow } from './limit-window.interface.js';

const LEVELS = new Map([
  [60_000, '分钟级'],
  [3_600_000, '小时级'],
  [86_400_000, '天级'],
]);

/** Aliyun's own text for a full window; a length that Aliyun does not know is 自定义 (custom). */
export function limitLevel({ limit, windowMs, by }: LimitWindow): string {
  const level = LEVELS.get(windowMs) ?? '自定义';
  const number = level === '天级' && by === 'phone' ? '号码' : '';
  return `触发${number}${level}流控Permits:${limit}`;
}
