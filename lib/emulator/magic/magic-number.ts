import type { FaultRule } from '../model/fault.js';

/** A number to which sending always ends in one way. */
export interface MagicNumber extends Pick<FaultRule, 'effect' | 'processed'> {
  readonly phoneNumber: string;
  /** What happens, for people. */
  readonly title: { readonly en: string; readonly zh: string };
  /** So many calls fail and the next one passes, over and over. @default all fail */
  readonly failures?: number;
}

/** A number whose message is accepted, and then reported with this code. */
export interface MagicReceipt {
  readonly phoneNumber: string;
  readonly errCode: string;
}

/** All magic numbers begin with it. */
export const MAGIC_PREFIX = '1700000';

/** The rows of one group: `index` counts from one. */
export function magicPhoneNumber(group: 0 | 1 | 2 | 3, index: number): string {
  return `${MAGIC_PREFIX}${group}${String(index).padStart(3, '0')}`;
}
