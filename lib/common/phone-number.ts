import { requirePhoneLibrary } from './lazy-require.cjs';

const MAINLAND = /^1[3-9]\d{9}$/;
const FOREIGN = /^[1-9]\d{6,14}$/;

/**
 * Returns a number in the form in which Aliyun takes it, or undefined for a text that is no number.
 *
 * - Mainland (no prefix, `+`, `+86`, `0086` or `86`): the eleven digits.
 * - Abroad, Hong Kong, Macao and Taiwan (country code and number, with or without `+` or `00`):
 *   the digits, without `+`.
 * - A number of the North American plan that reads like a mainland mobile, such as +1 862 555 0100,
 *   keeps its `+`: its digits alone are the number of somebody in China.
 *
 * Spaces and hyphens between the digits are dropped. The forms are those of
 * https://help.aliyun.com/document_detail/101346.html.
 */
export function normalizePhoneNumber(text: string): string | undefined {
  if (MAINLAND.test(text)) return text;
  if (text.length > 30 || !/^(\+|00)?\d([ -]?\d)*$/.test(text)) return undefined;

  const compact = text.replace(/[ -]/g, '');
  const digits = compact.replace(/^(\+|00)/, '');
  if (digits.startsWith('86')) {
    const number = digits.slice(2);
    return isMainlandNumber(number) ? number : undefined;
  }
  if (!isMainlandNumber(digits)) return isForeign(digits) ? digits : undefined;
  // Aliyun allows `+` alone before a mainland number, so an international prefix does not tell a
  // mainland number from one of the North American plan. Numbers of that plan that exist win.
  return compact !== digits && isNorthAmerican(digits) ? `+${digits}` : digits;
}

/** Whether a number in the form of `normalizePhoneNumber` is a mobile of the Chinese mainland. */
export function isMainlandNumber(normalized: string): boolean {
  return MAINLAND.test(normalized);
}

function isForeign(digits: string): boolean {
  if (!FOREIGN.test(digits)) return false;
  if (digits.startsWith('1')) return isNorthAmerican(digits);
  return parse(digits)?.isPossible() ?? false;
}

// `isValid` checks the area code too: by their length all mainland numbers would be possible.
function isNorthAmerican(digits: string): boolean {
  return parse(digits)?.isValid() ?? false;
}

function parse(digits: string) {
  return requirePhoneLibrary().parsePhoneNumberFromString(`+${digits}`);
}
