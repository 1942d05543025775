import { statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { errorCode } from '../common/error-facts.js';
import {
  instanceNameIssue,
  instanceNameReason,
  isInstanceName,
  nameIssueValues,
  safeName,
} from '../common/instance-name.js';
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

/** Returns what is wrong with a name, or undefined for a good one. The text contains no part of the name. */
export function elementNameIssue(name: unknown): SmsSetupIssue | undefined {
  const text = instanceNameIssue(name);
  const reason = instanceNameReason(name);
  return text === undefined || reason === undefined
    ? undefined
    : { code: 'invalid-name', text, values: nameIssueValues(reason) };
}

/** A path as issues show it: relative to the working directory if it is inside it, and with `/`. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  const isOutside = below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (isOutside ? resolve(path) : below || '.').replaceAll(sep, '/');
}

/** The folder of an element as issues show it. A name that breaks the rules is escaped. */
export function elementFolder(directory: string, name: string): string {
  return isInstanceName(name)
    ? shownPath(join(directory, name))
    : `${shownPath(directory)}/${safeName(name)}`;
}

/** A file of an element as issues show it. */
export function elementFile(directory: string, name: string, file: ElementFileName): string {
  return `${elementFolder(directory, name)}/${file}`;
}

/**
 * Whether the folder of an element contains at least one of its files. If that cannot be told, the code of the
 * error: what cannot be read is not known to be absent.
 */
export function elementPresence(
  directory: string,
  name: string,
): 'present' | 'absent' | { code: string } {
  // It would lead to another folder.
  if (name !== basename(name) || /^\.{0,2}$/.test(name)) return 'absent';
  const codes = ['e.json', 'sms.json'].map((file) => statCode(join(directory, name, file)));
  if (codes.includes(undefined)) return 'present';
  const code = codes.find((each) => each !== 'ENOENT');
  return code === undefined ? 'absent' : { code };
}

function statCode(path: string): string | undefined {
  try {
    statSync(path);
    return undefined;
  } catch (error) {
    return errorCode(error) ?? 'EUNKNOWN';
  }
}
