import type { EmulatorClock } from './clock.js';
import type { EventBus } from './event-bus.js';
import { newOrderId, ReviewStore, type ReviewedKind, type ReviewState } from './review.js';

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

/** A template needs a code and a text. All else has defaults; without a state it is approved. */
export type TemplateSeed = Pick<EmulatorTemplate, 'templateCode' | 'templateContent'> &
  Partial<EmulatorTemplate>;

/** Values of a template's variables, by name. */
export type TemplateParam = Readonly<Record<string, string>>;

const VARIABLE = /\$\{\s*([^{}\s]+)\s*\}/g;

export function variablesOf(content: string): string[] {
  return [...new Set(Array.from(content.matchAll(VARIABLE), ([, name]) => name!))];
}

/** Replaces the variables by their values; a variable without a value stays as it is. */
export function fillIn(content: string, values: TemplateParam): string {
  return content.replace(VARIABLE, (written, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : written,
  );
}

const TEMPLATES: ReviewedKind<EmulatorTemplate, TemplateSeed> = {
  event: 'templates',
  keyOf: ({ templateCode }) => templateCode,
  complete: (seed, now) => ({
    templateName: seed.templateCode,
    templateType: /\$\{\s*code\s*\}/.test(seed.templateContent) ? 0 : 1,
    state: 'approved',
    reason: '',
    templateRule: {},
    relatedSignName: '',
    remark: '',
    intlType: 0,
    orderId: newOrderId(),
    createdAt: now,
    reviewedAt: seed.state === 'reviewing' ? '' : now,
    ...seed,
  }),
};

/** Templates by code. */
export class TemplateStore extends ReviewStore<EmulatorTemplate, TemplateSeed> {
  #sequence = 0;

  constructor(clock: EmulatorClock, events: EventBus, seeds: readonly TemplateSeed[]) {
    super(TEMPLATES, clock, events, seeds);
  }

  /** Returns a code that no template has. */
  newCode(): string {
    let code: string;
    do code = `SMS_${500_000_000 + ++this.#sequence}`;
    while (this.get(code));
    return code;
  }
}
