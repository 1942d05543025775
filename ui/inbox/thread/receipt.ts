import type { Receipt } from '../../../lib/emulator/model/receipt.wire.ts';
import { problemText } from '../../shared/problem.tsx';
import { problemOf } from '../../shared/request.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { texts } from '../texts.ts';

export type FailureCode = keyof typeof texts.value.receiptCodes;

/** The reasons that the page offers, the most frequent one first. */
export const FAILURES: readonly FailureCode[] = [
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
];

const isKnown = (code: string): code is FailureCode =>
  Object.hasOwn(texts.value.receiptCodes, code);

/** A code in words; those that Aliyun has not documented stand as they are. */
export const failureText = (code: string): string =>
  isKnown(code) ? texts.value.receiptCodes[code] : code;

/** Why a message did not arrive. */
export function reasonOf({ state, errCode, errMsg }: Receipt): string {
  if (state !== 'failed') return '';
  return isKnown(errCode) ? failureText(errCode) : errMsg || errCode;
}

/** Reports what became of a message. */
export async function report(id: string, errCode: string): Promise<void> {
  try {
    await api.report(id, errCode);
  } catch (error) {
    showToast(problemText(problemOf(error)));
  }
}
