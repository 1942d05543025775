import { chinaTime } from '../../common/china-time.js';
import type { Reviewed, ReviewState } from '../model/review.wire.js';

/** The numbers in `GetSmsTemplate.TemplateStatus` and `GetSmsSign.SignStatus`. */
export const REVIEW_NUMBER = {
  reviewing: 0,
  approved: 1,
  rejected: 2,
  cancelled: 10,
} satisfies Record<ReviewState, number>;

/** The names in the list operations; Aliyun spells the last one differently for templates. */
export const AUDIT_STATUS = {
  reviewing: 'AUDIT_STATE_INIT',
  approved: 'AUDIT_STATE_PASS',
  rejected: 'AUDIT_STATE_NOT_PASS',
  cancelled: 'AUDIT_STATE_CANCEL',
} satisfies Record<ReviewState, string>;

/** `AuditInfo` of the operations that return one signature or template. */
export function auditInfo({ reviewedAt, reason }: Reviewed): object {
  return {
    ...(reviewedAt && { AuditDate: chinaTime(reviewedAt) }),
    ...(reason && { RejectInfo: reason }),
  };
}

/** `Reason` of the list operations: always an object, since the SDK refuses a text. */
export function rejection({ state, reason, reviewedAt }: Reviewed): object {
  if (state !== 'rejected') return { RejectInfo: '无审批备注' };
  return { RejectInfo: reason, RejectSubInfo: reason, RejectDate: chinaTime(reviewedAt) };
}
