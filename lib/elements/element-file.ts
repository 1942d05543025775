import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ElementFileName } from './element.js';
import { elementNameProblem } from './element-name.js';
import { safeName } from './safe-name.js';

/** A path as a reader types it: relative to the working directory where it lies below it, with `/`. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  const outside = below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (outside ? resolve(path) : below || '.').replaceAll(sep, '/');
}

/** The folder of an element as faults show it. A name that breaks the rules is shown escaped. */
export function elementFolder(directory: string, name: string): string {
  return elementNameProblem(name)
    ? `${shownPath(directory)}/${safeName(name)}`
    : shownPath(join(directory, name));
}

/** A file of an element as faults show it. */
export function elementFile(directory: string, name: string, file: ElementFileName): string {
  return `${elementFolder(directory, name)}/${file}`;
}
