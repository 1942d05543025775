import { MAGIC_GATEWAY } from './magic-gateway.js';
import { MAGIC_PREFIX, magicPhoneNumber } from './magic-number.js';
import type { MagicNumber, MagicReceipt } from './magic-number.wire.js';
import { MAGIC_REFUSALS } from './magic-refusals.js';
import { MAGIC_TRANSPORT } from './magic-transport.js';

/** Every number to which sending fails in one way. */
export const MAGIC_NUMBERS: readonly MagicNumber[] = [
  ...MAGIC_REFUSALS,
  ...MAGIC_GATEWAY,
  ...MAGIC_TRANSPORT,
];

/** 1700000 3xxx: the message is accepted, and a second later reported with this code. */
export const MAGIC_RECEIPTS: readonly MagicReceipt[] = [
  'DELIVERED',
  'MOBILE_NOT_ON_SERVICE',
  'INVALID_NUMBER',
  'MOBILE_SEND_LIMIT',
  'MOBILE_ACCOUNT_ABNORMAL',
  'MOBILE_IN_BLACK',
  'MOBLLE_TERMINAL_ERROR',
  'USER_REJECT',
  'CONTENT_KEYWORD',
  'CONTENT_ERROR',
  'NO_ROUTE',
  'SP_NOT_BY_INTER_SMS',
  'SP_UNKNOWN_ERROR',
  'EXPIRED',
  'PORT_NOT_REGISTERED',
].map((errCode, index) => ({ phoneNumber: magicPhoneNumber(3, index), errCode }));

const BY_NUMBER = new Map(MAGIC_RECEIPTS.map(({ phoneNumber, errCode }) => [phoneNumber, errCode]));

export function receiptOfMagicNumber(phoneNumber: string): string | undefined {
  return phoneNumber.startsWith(MAGIC_PREFIX) ? BY_NUMBER.get(phoneNumber) : undefined;
}
