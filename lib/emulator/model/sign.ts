import type { EmulatorClock } from './clock.js';
import type { EventBus } from './event-bus.js';
import { newOrderId, ReviewStore, type ReviewedKind } from './review.js';
import type { EmulatorSign } from './sign.wire.js';

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
