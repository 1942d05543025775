import type { MagicNumber } from './magic-number.wire.js';

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
