import type { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { phoneLibrary } from './phone-library.cjs';

const MAINLAND = /^1[3-9]\d{9}$/;
const FOREIGN = /^[1-9]\d{6,14}$/;

/**
 * The form in which Aliyun is given a number, or undefined for what it would not accept.
 *
 * - Mainland (no prefix, `+`, `+86`, `0086` or `86`): the bare eleven digits.
 * - Abroad, Hong Kong, Macao and Taiwan (country code and number, with or without `+` or `00`):
 *   the digits, without `+`.
 * - A number of the North American plan that reads like a mainland mobile, such as +1 862 555 0100,
 *   keeps its `+`: its bare digits would reach somebody in China.
 *
 * Spaces and hyphens between the digits are dropped. The forms are those of
 * https://help.aliyun.com/document_detail/101346.html.
 */
export function normalizePhoneNumber(text: string): string | undefined {
  if (MAINLAND.test(text)) return text;
  if (text.length > 30 || !/^(\+|00)?\d([ -]?\d)*$/.test(text)) return undefined;

  const compact = text.replace(/[ -]/g, '');
  const digits = compact.replace(/^(\+|00)/, '');
  if (digits.startsWith('86')) return mainland(digits.slice(2));
  if (!MAINLAND.test(digits)) return isForeign(digits) ? digits : undefined;
  // Eleven digits from 13 to 19: a mainland number, unless an international prefix makes them a
  // number of the North American plan that exists. Aliyun allows a bare `+` before mainland numbers.
  return compact !== digits && isNorthAmerican(digits) ? `+${digits}` : digits;
}

function mainland(digits: string): string | undefined {
  return MAINLAND.test(digits) ? digits : undefined;
}

function isForeign(digits: string): boolean {
  if (!FOREIGN.test(digits)) return false;
  if (digits.startsWith('1')) return isNorthAmerican(digits);
  return parse(`+${digits}`)?.isPossible() ?? false;
}

// By its area code: ten digits after the 1 do not tell it from a mainland number.
function isNorthAmerican(digits: string): boolean {
  return parse(`+${digits}`)?.isValid() ?? false;
}

function parse(text: string): ReturnType<typeof parsePhoneNumberFromString> {
  const library = phoneLibrary() as {
    parsePhoneNumberFromString: typeof parsePhoneNumberFromString;
  };
  return library.parsePhoneNumberFromString(text);
}
