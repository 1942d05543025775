import type { EmulatorClock } from './clock.js';
import type { Feed } from './event-bus.js';
import { newOrderId, type ReviewState } from './review.js';
import type { EmulatorSign, SignSeed } from '../signs/sign.js';

/** An account has fewer; what is applied for must not fill the memory. */
const MAX_SIGNS = 10_000;

export class SignStore {
  private readonly byName = new Map<string, EmulatorSign>();

  constructor(
    private readonly clock: EmulatorClock,
    private readonly feed: Feed,
    private readonly seeds: readonly SignSeed[],
  ) {
    this.reset();
  }

  get(signName: string): EmulatorSign | undefined {
    return this.byName.get(signName);
  }

  get isFull(): boolean {
    return this.byName.size >= MAX_SIGNS;
  }

  /** Newest first. */
  list(): EmulatorSign[] {
    return [...this.byName.values()].reverse();
  }

  /** Adds a signature, or puts it in the place of the one with its name. */
  put(seed: SignSeed): EmulatorSign {
    const given = typeof seed === 'string' ? { signName: seed } : seed;
    const now = new Date(this.clock.now()).toISOString();
    const sign: EmulatorSign = {
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
    this.byName.set(sign.signName, sign);
    this.feed.emit({ type: 'signs' });
    return sign;
  }

  review(sign: EmulatorSign, state: ReviewState, reason = ''): void {
    sign.state = state;
    sign.reason = reason;
    sign.reviewedAt = new Date(this.clock.now()).toISOString();
    this.feed.emit({ type: 'signs' });
  }

  delete(signName: string): boolean {
    const deleted = this.byName.delete(signName);
    if (deleted) this.feed.emit({ type: 'signs' });
    return deleted;
  }

  reset(): void {
    this.byName.clear();
    for (const seed of this.seeds) this.put(seed);
  }
}
