import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { existingAncestor, isFolder } from './existing-ancestor.js';
import { elementNames } from './sub-folders.js';

/** The elements that an event in a folder is about. It is told the file, or null where the system does not say. */
export type Concern = (file: string | null) => readonly string[] | 'all';

/** The folders that must be watched at this moment. `directory` must be absolute, and need not exist. */
export function watchPlan(directory: string): Map<string, Concern> {
  const plan = new Map<string, Concern>();
  // From above one sees the directory come, and a link in its place swapped.
  const above = existingAncestor(dirname(directory));
  const next = relative(above, directory).split(sep)[0];
  plan.set(above, (file) => (isOneOf(file, next, basename(above)) ? 'all' : []));
  if (!isFolder(directory)) return plan;
  for (const [folder, names] of folders(directory)) plan.set(folder, () => names);
  // Hidden names are the links by which Kubernetes swaps all files of a volume at once.
  plan.set(directory, (file) =>
    isOneOf(file, basename(directory)) || file?.startsWith('.') ? 'all' : [file!],
  );
  return plan;
}

function isOneOf(file: string | null, ...names: (string | undefined)[]): boolean {
  return file === null || names.includes(file);
}

/** The folders in which the files of elements lie, each with the elements that it serves. */
function folders(directory: string): Map<string, string[]> {
  const served = new Map<string, string[]>();
  for (const name of elementNames(directory)) {
    for (const folder of foldersOf(join(directory, name))) {
      served.set(folder, [...(served.get(folder) ?? []), name]);
    }
  }
  return served;
}

/** The folder of an element, and those to which links of its files lead. */
function foldersOf(folder: string): Set<string> {
  const found = new Set([folder]);
  for (const file of ['e.json', 'sms.json']) {
    const real = realPath(join(folder, file));
    if (real) found.add(dirname(real));
  }
  return found;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
