import type { EmulatorClock } from './clock.js';
import type { EventBus } from './event-bus.js';
import { newOrderId, ReviewStore, type ReviewedKind } from './review.js';
import type { EmulatorTemplate } from './template.wire.js';

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
