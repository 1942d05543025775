import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SmsSetupIssue } from '../errors/setup.errors.js';

/** An SMS instance that is stored as a folder: `<name>/e.json` describes it, `<name>/sms.json` holds its settings. */
export interface SmsElement {
  /** Name of the folder. */
  name: string;
  /** The name that people see. */
  title: string;
  /** Its type, such as `SMS.Aliyun`. */
  type: string;
  /** The content of `sms.json` as it is in the file: `${ENV_NAME}` is not replaced. */
  values: Record<string, unknown>;
}

/** The files of an element. */
export type ElementFileName = 'e.json' | 'sms.json';

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

/** Returns what is wrong with a name, or undefined for a good one. The text contains no part of the name. */
export function elementNameIssue(name: unknown): SmsSetupIssue | undefined {
  const text = nameIssueText(name);
  return text === undefined ? undefined : { code: 'invalid-name', text };
}

export function isElementName(name: unknown): boolean {
  return nameIssueText(name) === undefined;
}

function nameIssueText(name: unknown): string | undefined {
  if (typeof name !== 'string') return `the name is not text: ${ALLOWED}`;
  if (name === '') return `the name is empty: ${ALLOWED}`;
  if (name.length > MAX_BYTES || Array.from(name).length > MAX_CHARACTERS) {
    return `the name is longer than ${MAX_CHARACTERS} characters: ${ALLOWED}`;
  }
  if (Buffer.byteLength(name) > MAX_BYTES) {
    return `the name is longer than ${MAX_BYTES} bytes, which no file system holds: shorten it`;
  }
  if (UNSAFE_KEYS.has(name)) return 'the name has a meaning in JavaScript: use another word';
  if (!ALLOWED_NAME.test(name)) return `the name has characters that are not allowed: ${ALLOWED}`;
  if (name !== name.normalize('NFC')) {
    return 'the name is not NFC-normalised: write each accented letter as one character';
  }
  if (WINDOWS_DEVICE.test(name)) return 'the name is that of a Windows device: use another word';
  return undefined;
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

/** A path as issues show it: relative to the working directory if it is inside it, and with `/`. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  const isOutside = below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (isOutside ? resolve(path) : below || '.').replaceAll(sep, '/');
}

/** The folder of an element as issues show it. A name that breaks the rules is escaped. */
export function elementFolder(directory: string, name: string): string {
  return isElementName(name)
    ? shownPath(join(directory, name))
    : `${shownPath(directory)}/${safeName(name)}`;
}

/** A file of an element as issues show it. */
export function elementFile(directory: string, name: string, file: ElementFileName): string {
  return `${elementFolder(directory, name)}/${file}`;
}

/** Whether the folder of an element contains at least one of its files. */
export function elementExists(directory: string, name: string): boolean {
  if (!isElementName(name)) return false;
  return ['e.json', 'sms.json'].some((file) => existsSync(join(directory, name, file)));
}
