import parsePhoneNumber from 'libphonenumber-js/min';

const MAINLAND = /^1[3-9]\d{9}$/;

/**
 * One spelling for each number: eleven digits for the mainland, country code and number abroad.
 * `undefined` where Aliyun would answer `isv.MOBILE_NUMBER_ILLEGAL`.
 *
 * Before a mainland number Aliyun allows `+`, `+86`, `0086`, `86` or nothing
 * (https://help.aliyun.com/document_detail/101346.html), so `+1…` can mean two countries: it is
 * a number of the North American plan where one is assigned, and of the mainland otherwise.
 */
export function normalizePhoneNumber(text: string): string | undefined {
  if (MAINLAND.test(text)) return text;
  const match = /^(\+|00)?(\d{7,17})$/.exec(text);
  if (!match) return undefined;
  const [, prefix, digits] = match as unknown as [string, string | undefined, string];
  if (digits.startsWith('86')) {
    const national = digits.slice(2);
    return MAINLAND.test(national) ? national : undefined;
  }
  if (!MAINLAND.test(digits)) return isForeign(digits) ? digits : undefined;
  // Bare, these digits would be read as a mainland number: the plus tells them apart.
  return prefix === '00' || isNorthAmerican(digits) ? `+${digits}` : digits;
}

/** Whether a normalised number is outside the mainland. */
export function isForeignNumber(phoneNumber: string): boolean {
  return !MAINLAND.test(phoneNumber);
}

function isNorthAmerican(digits: string): boolean {
  return parsePhoneNumber(`+${digits}`)?.isValid() ?? false;
}

function isForeign(digits: string): boolean {
  return parsePhoneNumber(`+${digits}`)?.isPossible() ?? false;
}
