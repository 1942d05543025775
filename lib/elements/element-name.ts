const MAX_CHARACTERS = 64;

/** What ext4, NTFS and APFS hold at most; 64 rare Chinese characters are one byte more. */
const MAX_BYTES = 255;

// Marks are part of the letters of many scripts. What has no shape of its own (a filler, a variation
// selector) is not, since two names could then look the same.
const SHAPE = /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{Nd}][\p{L}\p{Mn}\p{Mc}\p{Nd}_-]*$/u;

const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Keys by which a JavaScript object is reached instead of what was stored in it. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const ALLOWED = `use 1 to ${MAX_CHARACTERS} letters, digits, "_" and "-", beginning with a letter or digit`;

/** What is wrong with a name and what is allowed; undefined for a good one. Holds nothing of the name. */
export function elementNameProblem(name: unknown): string | undefined {
  if (typeof name !== 'string') return `the name is not text: ${ALLOWED}`;
  if (name === '') return `the name is empty: ${ALLOWED}`;
  if (name.length > MAX_BYTES || Array.from(name).length > MAX_CHARACTERS) {
    return `the name is longer than ${MAX_CHARACTERS} characters: ${ALLOWED}`;
  }
  if (Buffer.byteLength(name) > MAX_BYTES) {
    return `the name is longer than ${MAX_BYTES} bytes, which no file system holds: shorten it`;
  }
  if (UNSAFE_KEYS.has(name)) return 'the name has a meaning in JavaScript: use another word';
  if (!SHAPE.test(name)) return `the name has characters that are not allowed: ${ALLOWED}`;
  if (name !== name.normalize('NFC')) {
    return 'the name is not NFC-normalised: write each accented letter as one character';
  }
  if (DEVICE.test(name)) return 'the name is that of a Windows device: use another word';
  return undefined;
}
