import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../common/error-facts.js';

// Apart from read-elements.ts, because every application loads this file: it needs no JSON parser.

/** The sub-folders that are elements, sorted by name, and the error code if they cannot be listed. */
export function listElementNames(directory: string): { names: string[]; code?: string } {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return {
      names: entries
        .filter((entry) => !entry.name.startsWith('.') && isFolder(directory, entry))
        .map(({ name }) => name)
        .sort(),
    };
  } catch (error) {
    return { names: [], code: errorCode(error) ?? 'EUNKNOWN' };
  }
}

/** The names of the elements, sorted. Empty if the directory does not exist. */
export function elementNames(directory: string): string[] {
  return listElementNames(directory).names;
}

function isFolder(directory: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(join(directory, entry.name)).isDirectory();
  } catch {
    // A broken link was put there for a purpose: reading the element reports it.
    return true;
  }
}

/** The name as case-insensitive file systems compare it. Upper case first: APFS takes "ß" and "SS" as equal. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** The other element whose name some file systems take as equal to this one. */
export function elementTwin(directory: string, name: string): string | undefined {
  const folded = foldedName(name);
  return elementNames(directory).find((each) => each !== name && foldedName(each) === folded);
}
