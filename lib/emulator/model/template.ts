import type { EmulatorClock } from './clock.js';
import type { Feed } from './event-bus.js';
import { newOrderId, type ReviewState } from './review.js';
import type { EmulatorTemplate, TemplateSeed } from '../templates/template.js';

/** An account has fewer; what is applied for must not fill the memory. */
const MAX_TEMPLATES = 10_000;

export class TemplateStore {
  private readonly byCode = new Map<string, EmulatorTemplate>();
  private sequence = 0;

  constructor(
    private readonly clock: EmulatorClock,
    private readonly feed: Feed,
    private readonly seeds: readonly TemplateSeed[],
  ) {
    this.reset();
  }

  get(templateCode: string): EmulatorTemplate | undefined {
    return this.byCode.get(templateCode);
  }

  get isFull(): boolean {
    return this.byCode.size >= MAX_TEMPLATES;
  }

  /** Newest first. */
  list(): EmulatorTemplate[] {
    return [...this.byCode.values()].reverse();
  }

  /** Adds a template, or puts it in the place of the one with its code. */
  put(seed: TemplateSeed): EmulatorTemplate {
    const now = new Date(this.clock.now()).toISOString();
    const template: EmulatorTemplate = {
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
    };
    this.byCode.set(template.templateCode, template);
    this.feed.emit({ type: 'templates' });
    return template;
  }

  review(template: EmulatorTemplate, state: ReviewState, reason = ''): void {
    template.state = state;
    template.reason = reason;
    template.reviewedAt = new Date(this.clock.now()).toISOString();
    this.feed.emit({ type: 'templates' });
  }

  delete(templateCode: string): boolean {
    const deleted = this.byCode.delete(templateCode);
    if (deleted) this.feed.emit({ type: 'templates' });
    return deleted;
  }

  /** A code that no template has. */
  newCode(): string {
    let code: string;
    do code = `SMS_${500_000_000 + ++this.sequence}`;
    while (this.byCode.has(code));
    return code;
  }

  reset(): void {
    this.byCode.clear();
    for (const seed of this.seeds) this.put(seed);
  }
}
