import { normalizePhoneNumber } from '../../common/phone-number.js';

/** `+` or nothing, then digits: Aliyun takes no space and no hyphen in a number. */
const AS_ALIYUN_TAKES_IT = /^\+?\d+$/;

/**
 * The normalised form of a number: eleven digits for the mainland, country code and number abroad.
 * Returns `undefined` where Aliyun answers `isv.MOBILE_NUMBER_ILLEGAL`
 * (https://help.aliyun.com/document_detail/101346.html).
 */
export function readPhoneNumber(text: string): string | undefined {
  return AS_ALIYUN_TAKES_IT.test(text) ? normalizePhoneNumber(text) : undefined;
}

/** A number that a person or a test asks for, in any way in which people write it; other texts as they are. */
export function readAskedNumber(text: string): string {
  return normalizePhoneNumber(text) ?? text;
}

/** Whether a normalised number belongs to the mainland. */
export function isMainlandNumber(phoneNumber: string): boolean {
  return /^1[3-9]\d{9}$/.test(phoneNumber);
}
