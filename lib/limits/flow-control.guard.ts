import { randomUUID } from 'node:crypto';
import { isMainlandNumber, normalizePhoneNumber } from '../common/phone-number.js';
import {
  CallEnded,
  type CallTime,
  type CallTimeEnd,
  callTimeEnd,
  withinCall,
} from '../common/call-time.js';
import { DEFAULT_STORE_TIMEOUT, optionsOf, type SmsLimits } from './flow-control.options.js';
import { type CountedMessage, type LimitRule, limitRules } from './limit-rules.js';
import {
  type LimitReservation,
  type LimitSlot,
  type LimitStore,
  LimitStoreError,
  limitStoreError,
} from './limit-store.js';
import { limitLevel, type LimitWindow, type TemplateKind } from './limit-window.js';

/** A send that asks for its places. */
export interface FlowControlRequest extends CountedMessage {
  /** Each once, in the form of `normalizePhoneNumber`. */
  phones: readonly string[];
  /** The kind of the template, if it is known for this send. It wins over the options. */
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
  | { outcome: 'store-failed'; error: LimitStoreError }
  /** The call ended while the store was asked. A place that it grants later is given back. */
  | { outcome: 'ended'; reason: CallTimeEnd };

/** A call without end, for a guard that is used by itself. */
const NO_END: CallTime = { deadline: Infinity, signal: undefined };

/** The places that one send holds. The first of the two calls decides; later ones do nothing. */
export class FlowControlPermit {
  #giveBack: (() => Promise<void>) | undefined;

  constructor(giveBack?: () => Promise<void>) {
    this.#giveBack = giveBack;
  }

  /** Keeps the places: Aliyun accepted the message, or may have accepted it. */
  commit(): void {
    this.#giveBack = undefined;
  }

  /**
   * Gives the places back: the message was refused, or provably not sent. Never rejects: if the
   * store fails, the places stay taken until their windows have passed.
   */
  async release(): Promise<void> {
    const giveBack = this.#giveBack;
    this.#giveBack = undefined;
    await giveBack?.();
  }
}

interface Place extends LimitSlot {
  rule: LimitRule;
  phoneIndex: number;
}

/**
 * Refuses before the network what Aliyun would refuse. It takes a place before the send and gives it
 * back if the send was refused, so that concurrent sends cannot pass together. Aliyun counts from
 * its acceptance, a little later than the guard, so it may still refuse at the edge of a window.
 */
export class FlowControlGuard {
  readonly #rules: Record<TemplateKind, readonly LimitRule[]>;
  readonly #kind: TemplateKind;
  readonly #kinds: ReadonlyMap<string, TemplateKind>;
  readonly #exempt: ReadonlySet<string>;
  readonly #countForeign: boolean;
  readonly #store: LimitStore;
  readonly #storeTimeout: number;
  readonly #allowOnStoreError: boolean;

  /** @param defaultStore counts where the limits have no store of their own */
  constructor(limits: SmsLimits, defaultStore: LimitStore) {
    const options = optionsOf(limits);
    const { windows = 'aliyun', kinds = {}, exempt = [] } = options;
    const onStoreError = options.onStoreError ?? (windows === 'aliyun' ? 'allow' : 'refuse');
    this.#rules = limitRules(windows);
    this.#kind = options.kind ?? 'verification';
    this.#kinds = new Map(Object.entries(kinds));
    // A text that is no number is dropped: `limitsIssues` reports it.
    this.#exempt = new Set(exempt.flatMap((phone) => normalizePhoneNumber(phone) ?? []));
    this.#countForeign = options.countForeign ?? false;
    this.#store = options.store ?? defaultStore;
    this.#storeTimeout = options.storeTimeout ?? DEFAULT_STORE_TIMEOUT;
    this.#allowOnStoreError = onStoreError === 'allow';
  }

  /**
   * Takes a place for every number in every window, or none at all. Never rejects.
   *
   * @param time of the call for which the places are; no store is waited for beyond it
   */
  async acquire(request: FlowControlRequest, time = NO_END): Promise<FlowControlDecision> {
    const places = this.#places(request);
    if (places.length === 0) return { outcome: 'granted', permit: new FlowControlPermit() };
    const ended = callTimeEnd(time);
    if (ended) return { outcome: 'ended', reason: ended };

    const { reserving, giveBack } = this.#reserve({ id: randomUUID(), slots: places }, time);
    try {
      const decision = await this.#inTime(reserving, time);
      if (decision.granted) return { outcome: 'granted', permit: new FlowControlPermit(giveBack) };

      const { phoneIndex, rule } = places[decision.slot]!;
      const window = rule.windows[decision.window]!;
      return {
        outcome: 'limited',
        refusal: {
          aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
          aliyunMessage: limitLevel(window),
          retryAfter: Math.max(1, Math.ceil(decision.waitMs / 1000)),
          phoneIndex,
          window,
        },
      };
    } catch (cause) {
      const end = cause instanceof CallEnded ? cause.reason : callTimeEnd(time);
      if (end) {
        void giveBack();
        return { outcome: 'ended', reason: end };
      }
      const error = limitStoreError(cause);
      if (this.#allowOnStoreError) {
        return { outcome: 'granted', permit: new FlowControlPermit(giveBack), storeError: error };
      }
      void giveBack();
      return { outcome: 'store-failed', error };
    }
  }

  #places(request: FlowControlRequest): Place[] {
    const rules = this.#rules[request.kind ?? this.#kinds.get(request.template) ?? this.#kind];
    return request.phones.flatMap((phone, phoneIndex) => {
      if (this.#exempt.has(phone)) return [];
      if (!this.#countForeign && !isMainlandNumber(phone)) return [];
      return rules.map((rule) => ({ ...rule.slot(request, phone), rule, phoneIndex }));
    });
  }

  #reserve(reservation: LimitReservation, time: CallTime) {
    const store = this.#store;
    const reserving = (async () => store.reserve(reservation))();
    const release = async () => store.release(reservation);
    const giveBack = async () => {
      // Also after a failure: the store may have taken the places before it failed.
      const released = reserving.then(release, release);
      await this.#inTime(released, time).catch(() => undefined);
    };
    return { reserving, giveBack };
  }

  #inTime<T>(work: Promise<T>, time: CallTime): Promise<T> {
    return withinCall(work, time, this.#storeTimeout, () => new LimitStoreError('timeout'));
  }
}
