import type { SmsElementIssue } from '../errors/setup.errors.js';
import type { SmsElement } from './element.js';
import { elementFolder, shownPath } from './element-file.js';
import { readElement } from './read-element.js';
import { safeName } from './safe-name.js';
import { subFolders } from './sub-folders.js';

/** Reads every element of a directory, and returns the issues of all of them at once. */
export function readElements(directory: string): {
  elements: SmsElement[];
  issues: SmsElementIssue[];
} {
  const { names, code } = subFolders(directory);
  const read = names.map((name) => readElement(directory, name));
  return {
    elements: read.flatMap(({ element }) => element ?? []),
    issues: [
      ...directoryIssues(directory, code),
      ...read.flatMap(({ issues }) => issues),
      ...twinIssues(directory, names),
    ],
  };
}

function directoryIssues(directory: string, code: string | undefined): SmsElementIssue[] {
  // Nobody has made an instance yet.
  if (code === undefined || code === 'ENOENT') return [];
  const text =
    code === 'ENOTDIR'
      ? 'is not a folder: name the folder that holds the elements'
      : `cannot be read (${code}): let the user of this process read the folder`;
  return [{ file: shownPath(directory), code: 'unreadable', text }];
}

/** What some file systems see of a name. To upper case first: only so are "ß" and "SS" one, as on APFS. */
function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** The element that some file systems would take this name for, where there is one. */
export function elementTwin(directory: string, name: string): string | undefined {
  const folded = foldedName(name);
  return subFolders(directory).names.find((each) => each !== name && foldedName(each) === folded);
}

/** Names that are one name to macOS and Windows, where the folder of one would overwrite the other. */
function twinIssues(directory: string, names: readonly string[]): SmsElementIssue[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const folded = foldedName(name);
    const twin = seen.get(folded);
    seen.set(folded, twin ?? name);
    if (twin === undefined) return [];
    const text = `differs from ${safeName(twin)} by upper and lower case only, and some file systems hold one of them: rename one`;
    return [{ file: elementFolder(directory, name), code: 'duplicate', text }];
  });
}
