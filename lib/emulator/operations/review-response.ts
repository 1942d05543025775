import { chinaTime } from '../../common/china-time.js';
import type { ReviewState } from '../model/review.js';

/** `Reason` of the list operations: an object always, since the SDK refuses a text. */
export function rejection(item: { state: ReviewState; reason: string; reviewedAt: string }) {
  if (item.state !== 'rejected') return { RejectInfo: '无审批备注' };
  return {
    RejectInfo: item.reason,
    RejectSubInfo: item.reason,
    RejectDate: chinaTime(item.reviewedAt),
  };
}
