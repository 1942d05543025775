import { randomUUID } from 'node:crypto';
import type { FlowControlDecision, FlowControlRequest } from './flow-control.decision.js';
import type { FlowControlOptions, SmsLimits } from './flow-control.options.js';
import { FlowControlPermit } from './flow-control.permit.js';
import { limitLevel } from './limit-level.js';
import { type LimitRule, limitRules } from './limit-rules.js';
import { limitStoreError } from './limit-store.error.js';
import type { LimitReservation, LimitSlot, LimitStore } from './limit-store.interface.js';
import type { TemplateKind } from './limit-window.interface.js';
import { mainlandNumber } from '../common/mainland-number.js';
import { withinTime } from '../common/within-time.js';

const DEFAULT_STORE_TIMEOUT = 1_000;

interface Place extends LimitSlot {
  rule: LimitRule;
  phoneIndex: number;
}

/**
 * Refuses what Aliyun would refuse, before the network. A place is taken before the send and given
 * back when it was refused, so that concurrent sends cannot pass together. Aliyun counts from its
 * acceptance, a little later than the guard: at the very edge of a window it may still refuse.
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

  /** @param defaultStore counts where the limits name no store of their own */
  constructor(limits: SmsLimits, defaultStore: LimitStore) {
    const options = optionsOf(limits);
    const { windows = 'aliyun', kinds = {}, exempt = [] } = options;
    const onStoreError = options.onStoreError ?? (windows === 'aliyun' ? 'allow' : 'refuse');
    this.#rules = limitRules(windows);
    this.#kind = options.kind ?? 'verification';
    this.#kinds = new Map(Object.entries(kinds));
    this.#exempt = new Set(exempt.map((phone) => mainlandNumber(phone) ?? phone));
    this.#countForeign = options.countForeign ?? false;
    this.#store = options.store ?? defaultStore;
    this.#storeTimeout = options.storeTimeout ?? DEFAULT_STORE_TIMEOUT;
    this.#allowOnStoreError = onStoreError === 'allow';
  }

  /** Takes a place for every number in every window, or none at all. Never rejects. */
  async acquire(request: FlowControlRequest): Promise<FlowControlDecision> {
    const places = this.#places(request);
    if (places.length === 0) return { outcome: 'granted', permit: new FlowControlPermit() };

    const reservation = { id: randomUUID(), slots: places };
    const { reserving, giveBack } = this.#reserve(reservation);
    try {
      const verdict = await withinTime(reserving, this.#storeTimeout);
      if (verdict.granted) return { outcome: 'granted', permit: new FlowControlPermit(giveBack) };

      const { phoneIndex, rule } = places[verdict.slot]!;
      const window = rule.windows[verdict.window]!;
      return {
        outcome: 'limited',
        refusal: {
          aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL',
          aliyunMessage: limitLevel(window),
          retryAfter: Math.max(1, Math.ceil(verdict.waitMs / 1000)),
          phoneIndex,
          window,
        },
      };
    } catch (cause) {
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
      const number = mainlandNumber(phone) ?? (this.#countForeign ? phone : undefined);
      if (number === undefined || this.#exempt.has(number)) return [];
      return rules.map((rule) => ({ ...rule.slot(request, number), rule, phoneIndex }));
    });
  }

  #reserve(reservation: LimitReservation) {
    const store = this.#store;
    const reserving = (async () => store.reserve(reservation))();
    // Also after a failure: whether the places were taken before it, nobody knows.
    const release = async () => store.release(reservation);
    const giveBack = async () => {
      const released = reserving.then(release, release);
      await withinTime(released, this.#storeTimeout).catch(() => undefined);
    };
    return { reserving, giveBack };
  }
}

function optionsOf(limits: SmsLimits): FlowControlOptions {
  return limits === 'aliyun' || isWindows(limits) ? { windows: limits } : limits;
}

function isWindows(limits: SmsLimits): limits is Extract<SmsLimits, readonly unknown[]> {
  return Array.isArray(limits);
}
