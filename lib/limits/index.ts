export {
  type FlowControlDecision,
  FlowControlGuard,
  type FlowControlRequest,
} from './flow-control.guard.js';
export {
  type FlowControlOptions,
  limitsIssues,
  limitsViolations,
  type SmsLimits,
} from './flow-control.options.js';
export {
  type LimitDecision,
  type LimitReservation,
  type LimitSlot,
  type LimitStore,
  LimitStoreError,
} from './limit-store.js';
export {
  ALIYUN_LIMITS,
  type LimitSubject,
  type LimitWindow,
  type TemplateKind,
} from './limit-window.js';
export { MemoryLimitStore } from './memory-limit.store.js';
