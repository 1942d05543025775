import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { elementNameProblem } from './element-name.js';
import { errorCode } from './error-code.js';
import { elementNames } from './sub-folders.js';

/**
 * Removes the files of an element, and its folder if nothing else is in it. Of a linked folder only the link
 * goes, for what it leads to lies elsewhere. False where there was nothing to remove.
 */
export async function removeElement(directory: string, name: string): Promise<boolean> {
  const problem = elementNameProblem(name);
  if (problem) throw new TypeError(`The element cannot be removed: ${problem}`);
  if (!elementNames(directory).includes(name)) return false;
  const folder = join(directory, name);
  if (lstatSync(folder).isSymbolicLink()) return removes(() => unlinkSync(folder), 'ENOENT');
  // Description first: what is half removed is not taken for whole.
  const removed = [
    removes(() => unlinkSync(join(folder, 'e.json')), 'ENOENT'),
    removes(() => unlinkSync(join(folder, 'sms.json')), 'ENOENT'),
    removes(() => rmdirSync(folder), 'ENOTEMPTY', 'EEXIST', 'ENOENT'),
  ];
  return removed.includes(true);
}

function removes(remove: () => void, ...expected: string[]): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    if (expected.includes(errorCode(error))) return false;
    throw error;
  }
}
