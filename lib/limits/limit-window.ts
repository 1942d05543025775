/** Which messages a window counts together. */
export type LimitSubject = 'phone' | 'sign+phone' | 'sign+template+phone';

/** Aliyun's type of a template. Its limits depend on it, and its code does not contain it. */
export type TemplateKind = 'verification' | 'notification' | 'promotion';

/** So many messages in so much time. The window rolls: each message leaves it at its own time. */
export interface LimitWindow {
  /**
   * Messages that may be accepted within the window.
   *
   * @example 1
   */
  limit: number;

  /**
   * Length of the window in milliseconds.
   *
   * @example 60_000
   */
  windowMs: number;

  /**
   * Which messages count together: all to one number, or those of one sign to one number, or those
   * of one sign and one template to one number.
   *
   * @example 'sign+phone'
   */
  by: LimitSubject;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PROMOTIONAL: readonly LimitWindow[] = [
  { limit: 50, windowMs: DAY, by: 'sign+template+phone' },
];

/**
 * Aliyun's default limits for mainland numbers, by kind of template
 * (https://help.aliyun.com/document_detail/2881383.html). An enterprise account can change those of
 * verification codes in the SMS console. Aliyun's 40 a day also count the messages of its other
 * customers, which cannot be known here.
 */
export const ALIYUN_LIMITS: Readonly<Record<TemplateKind, readonly LimitWindow[]>> = Object.freeze({
  verification: [
    { limit: 1, windowMs: MINUTE, by: 'sign+phone' },
    { limit: 5, windowMs: HOUR, by: 'sign+phone' },
    { limit: 10, windowMs: DAY, by: 'sign+phone' },
    { limit: 40, windowMs: DAY, by: 'phone' },
  ],
  notification: PROMOTIONAL,
  promotion: PROMOTIONAL,
});

const LEVELS = new Map([
  [MINUTE, '分钟级'],
  [HOUR, '小时级'],
  [DAY, '天级'],
]);

/** Aliyun's own text for a full window. A length that Aliyun does not have is 自定义 (custom). */
export function limitLevel({ limit, windowMs, by }: LimitWindow): string {
  const level = LEVELS.get(windowMs) ?? '自定义';
  const number = level === '天级' && by === 'phone' ? '号码' : '';
  return `触发${number}${level}流控Permits:${limit}`;
}
