/** Where a signature or a template stands. Only approved ones may be used in strict mode. */
export type ReviewState = 'reviewing' | 'approved' | 'rejected' | 'cancelled';

/** What a change does to the review of a signature or a template: it begins anew. */
export const REVIEW_ANEW = { state: 'reviewing', reason: '', reviewedAt: '' } as const;

/** As `GetSmsTemplate.TemplateStatus` and `GetSmsSign.SignStatus` number it. */
export const REVIEW_NUMBER = {
  reviewing: 0,
  approved: 1,
  rejected: 2,
  cancelled: 10,
} satisfies Record<ReviewState, number>;

/** As the list operations name it; templates spell the last one their own way. */
export const AUDIT_STATUS = {
  reviewing: 'AUDIT_STATE_INIT',
  approved: 'AUDIT_STATE_PASS',
  rejected: 'AUDIT_STATE_NOT_PASS',
  cancelled: 'AUDIT_STATE_CANCEL',
} satisfies Record<ReviewState, string>;

/** As the review pushes name it. */
export const PUSHED_STATUS = {
  reviewing: 'approving',
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
} satisfies Record<ReviewState, string>;

/** A number like those of Aliyun's work orders. */
export function newOrderId(): string {
  return `20${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
}
