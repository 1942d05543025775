import { MAGIC_GATEWAY } from './magic-gateway.js';
import type { MagicNumber } from './magic-number.js';
import { MAGIC_REFUSALS } from './magic-refusals.js';
import { MAGIC_TRANSPORT } from './magic-transport.js';

/** Every number to which sending fails in one way. */
export const MAGIC_NUMBERS: readonly MagicNumber[] = [
  ...MAGIC_REFUSALS,
  ...MAGIC_GATEWAY,
  ...MAGIC_TRANSPORT,
];
