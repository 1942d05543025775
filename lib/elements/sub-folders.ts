import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** The folders that are meant as elements, and the code of what stood against listing them. */
export function subFolders(directory: string): { names: string[]; code?: string } {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return {
      names: entries
        .filter((entry) => !entry.name.startsWith('.') && isFolder(directory, entry))
        .map(({ name }) => name)
        .sort(),
    };
  } catch (error) {
    return { names: [], code: errorCode(error) };
  }
}

function isFolder(directory: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(join(directory, entry.name)).isDirectory();
  } catch {
    // A link that leads nowhere was meant as something: reading it says so.
    return true;
  }
}

/** Names of the sub-folders that are meant as elements, sorted; empty where there is no such directory. */
export function elementNames(directory: string): string[] {
  return subFolders(directory).names;
}
