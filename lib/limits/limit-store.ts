import { isNativeError } from 'node:util/types';
import { errorKind, propertyOf } from '../common/error-facts.js';
import { brand } from '../common/brand.js';
import type { LimitWindow } from './limit-window.js';

/** One counter: all messages under this key count together in each of the windows. */
export interface LimitSlot {
  /** Contains the phone number in clear: a store that writes it anywhere must hash it first. */
  readonly key: string;
  readonly windows: readonly Pick<LimitWindow, 'limit' | 'windowMs'>[];
}

/** The places that one send needs: one in every window of every slot. */
export interface LimitReservation {
  /** Unique. `release` finds the places by it. */
  readonly id: string;
  /** At least one. No two have the same key. */
  readonly slots: readonly LimitSlot[];
}

/** Whether the places were taken, and which window was full where they were not. */
export type LimitDecision =
  | { readonly granted: true }
  | {
      readonly granted: false;
      /** Index of the slot with the longest wait. */
      readonly slot: number;
      /** Index in that slot of the window with the longest wait. */
      readonly window: number;
      /** Milliseconds until that window has a place again. */
      readonly waitMs: number;
    };

/** Where the windows are counted. If a method rejects, `onStoreError` of the limits decides. */
export interface LimitStore {
  /**
   * Takes all places or none, as one atomic operation: of two reservations that compete for the
   * last place, from whatever process, exactly one is granted.
   *
   * A reservation that holds its places already is granted and takes no more of them: a client
   * that loses its connection may send the same command twice.
   */
  reserve(reservation: LimitReservation): Promise<LimitDecision>;

  /** Gives the places back. Does nothing where the reservation holds none. */
  release(reservation: LimitReservation): Promise<void>;
}

/**
 * The store of the limits failed. Safe to log: it keeps the code of the reason, and neither the
 * client's message nor its command, which contain hosts and keys.
 */
export class LimitStoreError extends Error {
  static {
    brand(this, 'LimitStoreError');
  }

  override readonly name = 'LimitStoreError';
  /** Such as `ECONNREFUSED`, `NOAUTH`, `timeout`, or the name of the client's error class. */
  readonly reason: string;

  constructor(reason: string) {
    super(
      `The store of the SMS limits failed (${reason}). Check that it is up and its client connected; ` +
        "onStoreError: 'allow' sends without it.",
    );
    this.reason = reason;
  }
}

export function limitStoreError(cause: unknown): LimitStoreError {
  return cause instanceof LimitStoreError ? cause : new LimitStoreError(reasonOf(cause));
}

function reasonOf(cause: unknown): string {
  const [code, message] = ['code', 'message'].map((name) => propertyOf(cause, name));
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,30}$/.test(code)) return code;
  const text = isNativeError(cause) && typeof message === 'string' ? message : '';
  // An error reply of Redis begins with its code: NOAUTH Authentication required.
  const reply = /^[A-Z]{2,20}(?= )/.exec(text)?.[0];
  // A message of words alone contains no host and no key: Connection is closed.
  const words = /^[A-Za-z][A-Za-z ]{2,60}(?=\.?$)/.exec(text)?.[0];
  return reply ?? words ?? (isNativeError(cause) ? errorKind(cause) : 'unknown');
}
