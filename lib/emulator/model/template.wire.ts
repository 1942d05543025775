import type { ReviewState } from './review.wire.js';

/** 0 verification code, 1 notification, 2 promotion, 3 international. */
export type TemplateType = 0 | 1 | 2 | 3;

export interface EmulatorTemplate {
  templateCode: string;
  templateName: string;
  /** With variables in the form `${name}`. */
  templateContent: string;
  templateType: TemplateType;
  state: ReviewState;
  /** Why it was rejected. */
  reason: string;
  /** Attribute of each variable, such as `{ code: 'numberCaptcha' }`. */
  templateRule: Record<string, string>;
  relatedSignName: string;
  remark: string;
  /** Kind of an international template: 0 notification, 1 promotion, 2 verification code. */
  intlType: number;
  orderId: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; empty before the review. */
  reviewedAt: string;
}
