import type { EmulatorClock } from './clock.js';
import type { EventBus } from './event-bus.js';
import { newOrderId, ReviewStore, type ReviewedKind, type ReviewState } from './review.js';

export interface EmulatorSign {
  signName: string;
  /** 0 verification code, 1 general purpose. */
  signType: 0 | 1;
  state: ReviewState;
  /** Why it was rejected. */
  reason: string;
  /** 0 enterprise, 1 registered site, 2 app, 3 public account, 4 shop, 5 trademark. */
  signSource: number;
  remark: string;
  qualificationId: number;
  thirdParty: boolean;
  orderId: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; empty before the review. */
  reviewedAt: string;
}

/** A name alone is an approved general-purpose signature. */
export type SignSeed = string | (Pick<EmulatorSign, 'signName'> & Partial<EmulatorSign>);

const SIGNS: ReviewedKind<EmulatorSign, SignSeed> = {
  event: 'signs',
  keyOf: ({ signName }) => signName,
  complete(seed, now) {
    const given = typeof seed === 'string' ? { signName: seed } : seed;
    return {
      signType: 1,
      state: 'approved',
      reason: '',
      signSource: 0,
      remark: '',
      qualificationId: 0,
      thirdParty: false,
      orderId: newOrderId(),
      createdAt: now,
      reviewedAt: given.state === 'reviewing' ? '' : now,
      ...given,
    };
  },
};

/** Signatures by name. */
export class SignStore extends ReviewStore<EmulatorSign, SignSeed> {
  constructor(clock: EmulatorClock, events: EventBus, seeds: readonly SignSeed[]) {
    super(SIGNS, clock, events, seeds);
  }
}
