import type { FlowControlPermit } from './flow-control.permit.js';
import type { LimitStoreError } from './limit-store.error.js';
import type { LimitWindow, TemplateKind } from './limit-window.interface.js';

/** A send that asks for its places. */
export interface FlowControlRequest {
  sign: string;
  template: string;
  /** Each once, mainland numbers as their eleven digits. */
  phones: readonly string[];
  /** The template's kind, where the send knows better than the options. */
  kind?: TemplateKind;
}

/** Why a send must wait, in the words in which Aliyun would have refused it. */
export interface FlowControlRefusal {
  aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL';
  /** Such as 触发分钟级流控Permits:1. */
  aliyunMessage: string;
  /** Seconds until every window has a place, if nobody else takes it. */
  retryAfter: number;
  /** Index in `phones` of the number that has to wait longest. */
  phoneIndex: number;
  /** The window that is full. */
  window: LimitWindow;
}

export type FlowControlDecision =
  | {
      outcome: 'granted';
      permit: FlowControlPermit;
      /** Set when the store failed and `onStoreError` is 'allow': the send may be uncounted. */
      storeError?: LimitStoreError;
    }
  | { outcome: 'limited'; refusal: FlowControlRefusal }
  /** The store failed and `onStoreError` is 'refuse'. */
  | { outcome: 'store-failed'; error: LimitStoreError };
