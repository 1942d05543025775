import type { FaultRule } from '../model/fault.wire.js';

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
