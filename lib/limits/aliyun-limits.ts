import type { LimitWindow, TemplateKind } from './limit-window.interface.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PROMOTIONAL: readonly LimitWindow[] = [
  { limit: 50, windowMs: DAY, by: 'sign+template+phone' },
];

/**
 * Aliyun's default limits for mainland numbers, by kind of template
 * (https://help.aliyun.com/document_detail/2881383.html). An enterprise account can change those of
 * verification codes in the SMS console; the 40 a day also count what other customers sent, which
 * nobody can know from here.
 */
export const ALIYUN_LIMITS = Object.freeze({
  verification: [
    { limit: 1, windowMs: MINUTE, by: 'sign+phone' },
    { limit: 5, windowMs: HOUR, by: 'sign+phone' },
    { limit: 10, windowMs: DAY, by: 'sign+phone' },
    { limit: 40, windowMs: DAY, by: 'phone' },
  ],
  notification: PROMOTIONAL,
  promotion: PROMOTIONAL,
} satisfies Record<TemplateKind, readonly LimitWindow[]>);
