import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elementNameProblem } from './element-name.js';

/** Whether there is anything of an element: a folder in which neither file is left is none. */
export function elementExists(directory: string, name: string): boolean {
  if (elementNameProblem(name) !== undefined) return false;
  return ['e.json', 'sms.json'].some((file) => existsSync(join(directory, name, file)));
}
