import type { ReviewState } from '../model/review.js';

/** 0 verification code, 1 notification, 2 promotion, 3 international. */
export type TemplateType = 0 | 1 | 2 | 3;

export interface EmulatorTemplate {
  templateCode: string;
  templateName: string;
  /** With variables written `${name}`. */
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

/** What a template must have; the rest is filled in, and it counts as approved. */
export type TemplateSeed = Pick<EmulatorTemplate, 'templateCode' | 'templateContent'> &
  Partial<EmulatorTemplate>;

const VARIABLE = /\$\{\s*([^{}\s]+)\s*\}/g;

export function variablesOf(content: string): string[] {
  return [...new Set(Array.from(content.matchAll(VARIABLE), ([, name]) => name!))];
}

/** Puts the values in; a variable without one stays as it is written. */
export function fillIn(content: string, values: Readonly<Record<string, string>>): string {
  return content.replace(VARIABLE, (written, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : written,
  );
}
