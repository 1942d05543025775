import type { FlowControlOptions } from './flow-control.options.js';
import type { LimitSlot } from './limit-store.js';
import {
  ALIYUN_LIMITS,
  type LimitSubject,
  type LimitWindow,
  type TemplateKind,
} from './limit-window.js';

/** What the windows tell messages apart by, beside the number. */
export interface CountedMessage {
  sign: string;
  template: string;
}

/** The windows that count the same messages, and where they are counted. */
export interface LimitRule {
  windows: readonly LimitWindow[];
  /** The slot of one number. */
  slot: (message: CountedMessage, phone: string) => LimitSlot;
}

/** The rules for each kind of template. */
export function limitRules(
  windows: NonNullable<FlowControlOptions['windows']>,
): Record<TemplateKind, readonly LimitRule[]> {
  if (isList(windows)) {
    const rules = rulesOf('any', windows);
    return { verification: rules, notification: rules, promotion: rules };
  }
  const { verification, notification, promotion } = windows === 'aliyun' ? ALIYUN_LIMITS : windows;
  return {
    verification: rulesOf('verification', verification),
    notification: rulesOf('notification', notification),
    promotion: rulesOf('promotion', promotion),
  };
}

const SUBJECT: Record<LimitSubject, (message: CountedMessage) => string[]> = {
  phone: () => [],
  'sign+phone': ({ sign }) => [sign],
  'sign+template+phone': ({ sign, template }) => [sign, template],
};

/** One rule for each subject, so that all its windows count in one slot. */
function rulesOf(kind: TemplateKind | 'any', list: readonly LimitWindow[]): LimitRule[] {
  const subjects = new Set(list.map(({ by }) => by));
  return [...subjects].map((by) => {
    const windows = list.filter((window) => window.by === by);
    // The key contains the longest window: a store forgets what is older, so an instance that looks
    // further back must not count under the same key.
    const span = Math.max(...windows.map(({ windowMs }) => windowMs));
    const slot: LimitRule['slot'] = (message, phone) => ({
      key: JSON.stringify([kind, by, span, ...SUBJECT[by](message), phone]),
      windows,
    });
    return { windows, slot };
  });
}

function isList(windows: FlowControlOptions['windows']): windows is readonly LimitWindow[] {
  return Array.isArray(windows);
}
