import type { LimitWindow } from './limit-window.interface.js';

/** One counter: all messages under this key count together in each of the windows. */
export interface LimitSlot {
  /** Holds the phone number in clear: a store that writes it anywhere hashes it first. */
  readonly key: string;
  readonly windows: readonly Pick<LimitWindow, 'limit' | 'windowMs'>[];
}

/** The places that one send needs: one in every window of every slot. */
export interface LimitReservation {
  /** Unique; by it the places are given back. */
  readonly id: string;
  /** No two have the same key. */
  readonly slots: readonly LimitSlot[];
}

export type LimitVerdict =
  | { readonly granted: true }
  | {
      readonly granted: false;
      /** Index of the slot with the longest wait, and of the window in it. */
      readonly slot: number;
      readonly window: number;
      /** Milliseconds until that window has a place again. */
      readonly waitMs: number;
    };

/** Where the windows are counted. Both methods may reject: the guard's `onStoreError` then decides. */
export interface LimitStore {
  /**
   * Takes all places or none, as one atomic operation: of two reservations that compete for the
   * last place, from whatever process, exactly one is granted.
   */
  reserve(reservation: LimitReservation): Promise<LimitVerdict>;

  /** Gives the places back; without effect where the reservation holds none. */
  release(reservation: LimitReservation): Promise<void>;
}
