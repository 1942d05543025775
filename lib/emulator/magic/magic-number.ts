import type { FaultRule } from '../model/fault.js';

/** A number to which sending always ends in one way. */
export interface MagicNumber extends Pick<FaultRule, 'effect' | 'processed'> {
  readonly phoneNumber: string;
  /** What happens, in words. */
  readonly title: { readonly en: string; readonly zh: string };
  /** So many calls fail and the next one passes, again and again. @default all fail */
  readonly failures?: number;
}

/** A number whose message is accepted, and then reported with this code. */
export interface MagicReceipt {
  readonly phoneNumber: string;
  readonly errCode: string;
}

/** All magic numbers begin with it. */
export const MAGIC_PREFIX = '1700000';

/** The number of an entry in its group; `index` counts from zero. */
export function magicPhoneNumber(group: 0 | 1 | 2 | 3, index: number): string {
  return `${MAGIC_PREFIX}${group}${String(index + 1).padStart(3, '0')}`;
}

/** Gives the entries of a group their numbers, in order. */
export function numbered(
  group: 0 | 1 | 2,
  entries: readonly Omit<MagicNumber, 'phoneNumber'>[],
): MagicNumber[] {
  return entries.map((entry, index) => ({
    phoneNumber: magicPhoneNumber(group, index),
    ...entry,
  }));
}
