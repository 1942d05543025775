import { innerTextIssue, trimText } from './text.js';

/** JavaScript gives these keys a meaning: to set one may change other objects instead of storing a value. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const MAX_CHARACTERS = 64;

/** The limit of ext4, NTFS and APFS. 64 rare Chinese characters take one byte more. */
const MAX_BYTES = 255;

// Many scripts need marks to write a letter, so marks are allowed. Characters without a visible shape (fillers,
// variation selectors) are not: two different names could then look the same.
const ALLOWED_NAME =
  /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{Nd}][\p{L}\p{Mn}\p{Mc}\p{Nd}_-]*$/u;

const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

const ALLOWED = `use 1 to ${MAX_CHARACTERS} letters, digits, "_" and "-", beginning with a letter or digit`;

/**
 * Returns what is wrong with the name of an instance, or undefined for a good one. One rule for all: an instance of
 * the code may become a folder, and any name stands in logs, tokens and addresses. The text contains no part of it.
 */
export function instanceNameIssue(name: unknown): string | undefined {
  if (typeof name !== 'string') return `the name is not text: ${ALLOWED}`;
  if (name === '') return `the name is empty: ${ALLOWED}`;
  if (name.length > MAX_BYTES || Array.from(name).length > MAX_CHARACTERS) {
    return `the name is longer than ${MAX_CHARACTERS} characters: ${ALLOWED}`;
  }
  if (Buffer.byteLength(name) > MAX_BYTES) {
    return `the name is longer than ${MAX_BYTES} bytes, which no file system holds: shorten it`;
  }
  if (UNSAFE_KEYS.has(name)) return 'the name has a meaning in JavaScript: use another word';
  if (name !== trimText(name)) return `the name begins or ends with white space: ${ALLOWED}`;
  const hidden = innerTextIssue(name);
  if (hidden) return `the name has ${hidden}: ${ALLOWED}`;
  if (!ALLOWED_NAME.test(name)) return `the name has characters that are not allowed: ${ALLOWED}`;
  if (name !== name.normalize('NFC')) {
    return 'the name is not NFC-normalised: write each accented letter as one character';
  }
  if (WINDOWS_DEVICE.test(name)) return 'the name is that of a Windows device: use another word';
  return undefined;
}

export function isInstanceName(name: unknown): name is string {
  return instanceNameIssue(name) === undefined;
}

const MAX_SHOWN = 40;

/** Everything except visible characters and the space: it could control a terminal or reverse the text. */
const UNSAFE_TO_SHOW = /[^\p{L}\p{N}\p{P}\p{S} ]/gu;

/** Makes an unchecked name safe for a log: quoted, escaped and cut. */
export function safeName(name: unknown): string {
  if (typeof name !== 'string') return `(${typeof name})`;
  const cut = Array.from(name.slice(0, 2 * MAX_SHOWN))
    .slice(0, MAX_SHOWN)
    .join('');
  const quoted = JSON.stringify(cut.length < name.length ? `${cut}…` : cut);
  return quoted.replace(UNSAFE_TO_SHOW, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
