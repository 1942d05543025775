import type { ReviewState } from './review.wire.js';

export interface EmulatorSign {
  signName: string;
  /** 0 verification code, 1 general purpose. */
  signType: 0 | 1;
  state: ReviewState;
  /** Why it was rejected. */
  reason: string;
  /** 0 enterprise, 1 registered site, 2 app, 3 public account, 4 shop, 5 trademark. */
  signSource: number;
  remark: string;
  qualificationId: number;
  thirdParty: boolean;
  orderId: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; empty before the review. */
  reviewedAt: string;
}
