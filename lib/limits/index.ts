export { ALIYUN_LIMITS } from './aliyun-limits.js';
export type {
  FlowControlDecision,
  FlowControlRefusal,
  FlowControlRequest,
} from './flow-control.decision.js';
export { FlowControlGuard } from './flow-control.guard.js';
export type { FlowControlOptions, SmsLimits } from './flow-control.options.js';
export type { FlowControlPermit } from './flow-control.permit.js';
export { limitsProblems } from './limits-problems.js';
export { LimitStoreError } from './limit-store.error.js';
export type {
  LimitReservation,
  LimitSlot,
  LimitStore,
  LimitVerdict,
} from './limit-store.interface.js';
export type { LimitSubject, LimitWindow, TemplateKind } from './limit-window.interface.js';
export { MemoryLimitStore } from './memory-limit.store.js';
