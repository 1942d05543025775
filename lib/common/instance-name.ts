import { innerCharacter, type InnerCharacter, innerTextIssue, trimText } from './text.js';

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

/** Why a name cannot be used. */
export type NameReason =
  | 'not-text'
  | 'empty'
  | 'too-long'
  | 'too-many-bytes'
  | 'javascript-word'
  | 'white-space'
  | InnerCharacter
  | 'characters'
  | 'not-normalised'
  | 'windows-device';

/**
 * Returns why a name cannot be that of an instance, or undefined for a good one. One rule for all: an instance of
 * the code may become a folder, and any name stands in logs, tokens and addresses.
 */
export function instanceNameReason(name: unknown): NameReason | undefined {
  if (typeof name !== 'string') return 'not-text';
  if (name === '') return 'empty';
  if (name.length > MAX_BYTES || Array.from(name).length > MAX_CHARACTERS) return 'too-long';
  if (Buffer.byteLength(name) > MAX_BYTES) return 'too-many-bytes';
  if (UNSAFE_KEYS.has(name)) return 'javascript-word';
  if (name !== trimText(name)) return 'white-space';
  const hidden = innerCharacter(name);
  if (hidden) return hidden;
  if (!ALLOWED_NAME.test(name)) return 'characters';
  if (name !== name.normalize('NFC')) return 'not-normalised';
  return WINDOWS_DEVICE.test(name) ? 'windows-device' : undefined;
}

/** The values of an issue about a name. */
export function nameIssueValues(reason: NameReason) {
  return { reason, maxCharacters: MAX_CHARACTERS, maxBytes: MAX_BYTES };
}

/** Returns what is wrong with a name, or undefined for a good one. The text contains no part of the name. */
export function instanceNameIssue(name: unknown): string | undefined {
  const reason = instanceNameReason(name);
  switch (reason) {
    case undefined:
      return undefined;
    case 'not-text':
      return `the name is not text: ${ALLOWED}`;
    case 'empty':
      return `the name is empty: ${ALLOWED}`;
    case 'too-long':
      return `the name is longer than ${MAX_CHARACTERS} characters: ${ALLOWED}`;
    case 'too-many-bytes':
      return `the name is longer than ${MAX_BYTES} bytes, which no file system holds: shorten it`;
    case 'javascript-word':
      return 'the name has a meaning in JavaScript: use another word';
    case 'white-space':
      return `the name begins or ends with white space: ${ALLOWED}`;
    case 'characters':
      return `the name has characters that are not allowed: ${ALLOWED}`;
    case 'not-normalised':
      return 'the name is not NFC-normalised: write each accented letter as one character';
    case 'windows-device':
      return 'the name is that of a Windows device: use another word';
    default:
      return `the name has ${innerTextIssue(String(name))}: ${ALLOWED}`;
  }
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
