import { ALIYUN_LIMITS } from './aliyun-limits.js';
import type { FlowControlRequest } from './flow-control.decision.js';
import type { FlowControlOptions } from './flow-control.options.js';
import type { LimitSlot } from './limit-store.interface.js';
import type { LimitSubject, LimitWindow, TemplateKind } from './limit-window.interface.js';

/** The windows that count the same messages, and where they are counted. */
export interface LimitRule {
  windows: readonly LimitWindow[];
  /** The slot of one number. */
  slot: (request: FlowControlRequest, phone: string) => LimitSlot;
}

/** The rules for each kind of template. */
export function limitRules(
  windows: FlowControlOptions['windows'],
): Record<TemplateKind, readonly LimitRule[]> {
  if (isList(windows)) {
    const rules = rulesOf('any', windows);
    return { verification: rules, notification: rules, promotion: rules };
  }
  const byKind = windows === 'aliyun' || windows === undefined ? ALIYUN_LIMITS : windows;
  return {
    verification: rulesOf('verification', byKind.verification),
    notification: rulesOf('notification', byKind.notification),
    promotion: rulesOf('promotion', byKind.promotion),
  };
}

function rulesOf(kind: TemplateKind | 'any', windows: readonly LimitWindow[]): LimitRule[] {
  const subjects = [...new Set(windows.map(({ by }) => by))];
  return subjects.map((by) =>
    rule(
      kind,
      by,
      windows.filter((window) => window.by === by),
    ),
  );
}

function rule(
  kind: TemplateKind | 'any',
  by: LimitSubject,
  windows: readonly LimitWindow[],
): LimitRule {
  // In the key, since a store forgets what is older than the longest window: another instance that
  // looks further back must not count under the same key.
  const span = Math.max(...windows.map(({ windowMs }) => windowMs));
  return {
    windows,
    slot: (request, phone) => ({
      key: JSON.stringify([kind, by, span, ...SUBJECT[by](request), phone]),
      windows,
    }),
  };
}

const SUBJECT: Record<LimitSubject, (request: FlowControlRequest) => string[]> = {
  phone: () => [],
  'sign+phone': ({ sign }) => [sign],
  'sign+template+phone': ({ sign, template }) => [sign, template],
};

function isList(windows: FlowControlOptions['windows']): windows is readonly LimitWindow[] {
  return Array.isArray(windows);
}
