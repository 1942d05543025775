import { ACCOUNT_ENTRIES } from './account.entries.js';
import { CAUSE_DEFAULTS } from './cause-defaults.js';
import { CODE_PATTERNS, isDoubtful, unknownEntry } from './code-patterns.js';
import { GATEWAY_ENTRIES } from './gateway.entries.js';
import { MESSAGE_ENTRIES } from './message.entries.js';
import { RECEIPT_ENTRIES } from './receipt.entries.js';
import { SIGN_TEMPLATE_ENTRIES } from './sign-template.entries.js';
import type { CatalogueEntry, SmsErrorDescription } from './sms-error-description.interface.js';

const CATALOGUE = {
  ...SIGN_TEMPLATE_ENTRIES,
  ...MESSAGE_ENTRIES,
  ...ACCOUNT_ENTRIES,
  ...GATEWAY_ENTRIES,
  ...RECEIPT_ENTRIES,
};

/**
 * A code that the catalogue describes by name. `describeSmsError` takes every other code too and
 * describes it by its form.
 */
export type KnownSmsErrorCode = keyof typeof CATALOGUE;

/**
 * Says what a code of Aliyun means and what to do about it. The code may come from the response
 * to a call (`isv.…`, `isp.…`), from the gateway (`SignatureDoesNotMatch`) or from a receipt
 * (`MOBILE_NOT_ON_SERVICE`).
 *
 * Never throws. The description of an unknown code has `known: false` and advises to look the
 * message up before it is sent again.
 *
 * @example describeSmsError('isv.AMOUNT_NOT_ENOUGH').remedy.en
 */
export function describeSmsError(aliyunCode: string): SmsErrorDescription {
  // A caller without types may pass whatever a response holds.
  const code = typeof aliyunCode === 'string' ? aliyunCode : '';
  const entry = findEntry(code);
  return entry ? describe(code, entry, true) : describe(code, unknownEntry(code), false);
}

function findEntry(code: string): CatalogueEntry | undefined {
  if (isKnownCode(code)) return CATALOGUE[code];
  if (isDoubtful(code)) return undefined;
  for (const { pattern, entry } of CODE_PATTERNS) {
    const match = pattern.exec(code);
    if (match) return entry(match);
  }
  return undefined;
}

function isKnownCode(code: string): code is KnownSmsErrorCode {
  // Own keys only: every object has a key `constructor`, but Aliyun has no such code.
  return Object.hasOwn(CATALOGUE, code);
}

function describe(code: string, entry: CatalogueEntry, known: boolean): SmsErrorDescription {
  const { actor, repeat, httpStatus } = CAUSE_DEFAULTS[entry.cause];
  return {
    code,
    known,
    text: { zh: entry.zh[0], en: entry.en[0] },
    cause: entry.cause,
    actor: entry.actor ?? actor,
    remedy: { zh: entry.zh[1], en: entry.en[1] },
    repeat: entry.repeat ?? repeat,
    httpStatus,
  };
}
