/** State of the review of a signature or template. Strict mode takes approved ones only. */
export type ReviewState = 'reviewing' | 'approved' | 'rejected' | 'cancelled';

/** What signatures and templates have in common: Aliyun reviews both. */
export interface Reviewed {
  state: ReviewState;
  reason: string;
  reviewedAt: string;
}
