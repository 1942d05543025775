import { ACCOUNT_CATALOGUE } from './account.catalogue.js';
import type { KnownSmsErrorCode } from './aliyun-codes.js';
import { CARRIER_CATALOGUE } from './carrier.catalogue.js';
import type { CatalogueRow } from './catalogue-row.interface.js';
import { CAUSE_DEFAULTS } from './cause-defaults.js';
import { GATEWAY_CATALOGUE } from './gateway.catalogue.js';
import { MANAGEMENT_CATALOGUE } from './management.catalogue.js';
import { MESSAGE_CATALOGUE } from './message.catalogue.js';
import { CODE_PATTERNS } from './pattern.catalogue.js';
import { RECEIPT_CATALOGUE } from './receipt.catalogue.js';
import { SIGN_CATALOGUE } from './sign.catalogue.js';
import type { SmsErrorDescription } from './sms-error-description.interface.js';
import { TEMPLATE_CATALOGUE } from './template.catalogue.js';
import { UNKNOWN_PLATFORM_ROW, UNKNOWN_REFUSAL_ROW, UNKNOWN_ROW } from './unknown.rows.js';

const CATALOGUE = {
  ...SIGN_CATALOGUE,
  ...TEMPLATE_CATALOGUE,
  ...MESSAGE_CATALOGUE,
  ...ACCOUNT_CATALOGUE,
  ...MANAGEMENT_CATALOGUE,
  ...GATEWAY_CATALOGUE,
  ...RECEIPT_CATALOGUE,
  ...CARRIER_CATALOGUE,
} satisfies Record<KnownSmsErrorCode, CatalogueRow>;

/**
 * What a code of Aliyun means and what to do about it: of an answer to a call (`isv.…`, `isp.…`),
 * of the gateway (`SignatureDoesNotMatch`) or of a receipt (`MOBILE_NOT_ON_SERVICE`).
 *
 * Never throws: what it does not know it describes carefully, as something to look up first.
 *
 * @example describeSmsError('isv.AMOUNT_NOT_ENOUGH').remedy.en
 */
export function describeSmsError(aliyunCode: string): SmsErrorDescription {
  if (typeof aliyunCode !== 'string') return describe('', UNKNOWN_ROW, false);
  const row = findRow(aliyunCode);
  if (row) return describe(aliyunCode, row, true);
  if (aliyunCode.startsWith('isv.')) return describe(aliyunCode, UNKNOWN_REFUSAL_ROW, false);
  if (aliyunCode.startsWith('isp.')) return describe(aliyunCode, UNKNOWN_PLATFORM_ROW, false);
  return describe(aliyunCode, UNKNOWN_ROW, false);
}

function findRow(code: string): CatalogueRow | undefined {
  // Own keys only: `constructor` is a key of every object, but no code of Aliyun.
  if (Object.hasOwn(CATALOGUE, code)) return CATALOGUE[code as KnownSmsErrorCode];
  for (const { pattern, row } of CODE_PATTERNS) {
    const match = pattern.exec(code);
    if (match) return row(match);
  }
  return undefined;
}

function describe(code: string, row: CatalogueRow, known: boolean): SmsErrorDescription {
  const { actor, repeat, httpStatus } = CAUSE_DEFAULTS[row.cause];
  return {
    code,
    known,
    text: { zh: row.zh[0], en: row.en[0] },
    cause: row.cause,
    actor: row.actor ?? actor,
    remedy: { zh: row.zh[1], en: row.en[1] },
    repeat: row.repeat ?? repeat,
    httpStatus,
  };
}
