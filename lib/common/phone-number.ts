import { requirePhoneLibrary } from './lazy-require.cjs';
import { ModuleNotLoadedError } from './module-not-loaded.js';

const MAINLAND = /^1[3-9]\d{9}$/;
// A national zero more than the 15 digits of E.164.
const FOREIGN = /^[1-9]\d{6,15}$/;

// Longer texts are not looked through: they are no number, and a list may hold a thousand of them.
const MAX_INPUT = 100;
const MAX_LENGTH = 30;

const INVISIBLE = /[\p{Cf}\u2060-\u2069]/gu;
const ODD_SPACE = /\p{Zs}/gu;
const ODD_HYPHEN = /[\u2010-\u2015\u2212\uff0d]/g;
/** Full-width digits, plus and brackets, as Chinese input methods write them. */
const FULL_WIDTH = /[\uff10-\uff19\uff0b\uff08\uff09]/g;

/** One pair, and four digits or more after it: an extension in brackets is no part of a number. */
const IN_BRACKETS = /^[^()]*\([^()]+\)(?:[^()\d]*\d){4}[^()]*$/;
const SHAPE = /^(\+|00)?\d([ -]?\d)*$/;

/**
 * Returns a phone number in E.164, however it is written, or undefined for a text that is no phone number:
 * the form in which to store numbers and to compare them. It reads what `sendMessage` reads.
 *
 * Mainland mobiles may have no prefix, `+`, `+86`, `0086` or `86`; numbers abroad and those of Hong Kong,
 * Macao and Taiwan have a country code. Spaces, hyphens and brackets between the digits, invisible characters,
 * full-width digits and the zero of national calls do no harm.
 *
 * @example normalizePhone('138 0013 8000') // '+8613800138000'
 * @example normalizePhone('+886 0912-345-678') // '+886912345678'
 * @example normalizePhone('0085251234567') // '+85251234567'
 * @example normalizePhone('12345') // undefined
 */
export function normalizePhone(text: string): string | undefined {
  const number = typeof text === 'string' ? normalizePhoneNumber(text) : undefined;
  if (number === undefined || number.startsWith('+')) return number;
  return isMainlandNumber(number) ? `+86${number}` : `+${number}`;
}

/**
 * Returns a number in the form in which Aliyun takes it, or undefined for a text that is no number.
 *
 * - Mainland (no prefix, `+`, `+86`, `0086` or `86`): the eleven digits.
 * - Abroad, Hong Kong, Macao and Taiwan (country code and number, with or without `+` or `00`):
 *   the digits, without `+` and without the zero of national calls.
 * - A number of the North American plan that reads like a mainland mobile, such as +1 862 555 0100,
 *   keeps its `+`: its digits alone are the number of somebody in China.
 *
 * Two spellings of one number give the same text. The forms are those of
 * https://help.aliyun.com/document_detail/101346.html.
 */
export function normalizePhoneNumber(text: string): string | undefined {
  if (MAINLAND.test(text)) return text;
  const plain = plainForm(text);
  if (plain.length > MAX_LENGTH || !SHAPE.test(plain)) return undefined;

  const { digits, isInternational } = dialled(plain);
  if (digits.startsWith('86')) return mainlandNumber(digits);
  if (!isMainlandNumber(digits)) return foreignNumber(digits);
  // Aliyun allows `+` alone before a mainland number, so an international prefix does not tell a
  // mainland number from one of the North American plan. Numbers of that plan that exist win.
  return isInternational ? (foreignNumber(digits) ?? digits) : digits;
}

/** Whether a number in the form of `normalizePhoneNumber` is a mobile of the Chinese mainland. */
export function isMainlandNumber(normalized: string): boolean {
  return MAINLAND.test(normalized);
}

/** Says why a value is no phone number, without showing it, or returns undefined. */
export function phoneNumberIssue(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  return normalizePhoneNumber(value) === undefined ? issueOf(value) : undefined;
}

function issueOf(text: string): string {
  if (text.length > MAX_INPUT) return 'is too long';
  const plain = plainForm(text);
  if (plain === '') return 'is empty';
  if (/\p{L}/u.test(plain)) return 'has letters';
  if (/[\r\n\u2028\u2029]/.test(plain)) return 'has a line break inside';
  if (/[,;，；、/|]/.test(plain)) return 'holds several numbers';
  if (/[^\d +()-]/.test(plain)) {
    return 'has characters other than digits, spaces, hyphens and brackets';
  }
  if (plain.length > MAX_LENGTH) return 'is too long';
  if (!SHAPE.test(plain)) return 'has spaces, hyphens or brackets in an unusual place';
  const { digits } = dialled(plain);
  if (digits.startsWith('0')) return 'starts with 0: give the country code in its place';
  if (digits.startsWith('86')) return 'is no mobile number of the mainland';
  return LENGTH_ISSUES[lengthIssue(digits) ?? ''] ?? 'is no number of its country';
}

const LENGTH_ISSUES: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: 'is too short',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  INVALID_COUNTRY: 'has no country code that exists',
};

/** A text in ASCII, without what cannot be seen, what stands at its ends, and brackets. */
function plainForm(text: string): string {
  if (text.length > MAX_INPUT) return text;
  const ascii = /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(INVISIBLE, '')
        .replace(ODD_SPACE, ' ')
        .replace(ODD_HYPHEN, '-')
        .replace(FULL_WIDTH, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
  const plain = ascii.trim();
  return IN_BRACKETS.test(plain) ? plain.replace('(', '').replace(/\)[ -]?/, ' ') : plain;
}

function dialled(plain: string): { digits: string; isInternational: boolean } {
  const compact = plain.replace(/[ -]/g, '');
  const digits = compact.replace(/^(\+|00)/, '');
  return { digits, isInternational: digits !== compact };
}

/** @param digits with the country code 86, perhaps with the zero of calls to another province */
function mainlandNumber(digits: string): string | undefined {
  const number = digits.slice(2).replace(/^0/, '');
  return isMainlandNumber(number) ? number : undefined;
}

function foreignNumber(digits: string): string | undefined {
  if (!FOREIGN.test(digits)) return undefined;
  const phone = phoneLibrary().parsePhoneNumberFromString(`+${digits}`);
  // `isValid` checks the area code too: by their length all mainland numbers would be possible.
  const isThere = digits.startsWith('1') ? phone?.isValid() : phone?.isPossible();
  if (!phone || !isThere) return undefined;
  const number = phone.number.slice(1);
  return isMainlandNumber(number) ? phone.number : number;
}

function lengthIssue(digits: string): string | undefined {
  return phoneLibrary().validatePhoneNumberLength(`+${digits}`);
}

function phoneLibrary() {
  try {
    return requirePhoneLibrary();
  } catch (thrown) {
    throw new ModuleNotLoadedError('libphonenumber-js', thrown);
  }
}
