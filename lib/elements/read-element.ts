import { statSync } from 'node:fs';
import { join } from 'node:path';
import { descriptionProblems } from './description-problems.js';
import type { ElementFault, ElementFileName, SmsElement } from './element.js';
import { elementFile, elementFolder } from './element-file.js';
import { elementNameProblem } from './element-name.js';
import { errorCode } from './error-code.js';
import { type JsonObject, parseJsonObject } from './json-object.js';
import { safeName } from './safe-name.js';
import { readSmallFile, unreadable } from './small-file.js';

const MISSING = {
  'e.json': 'no e.json: create it with { title, type }, or move the folder elsewhere',
  'sms.json': 'no sms.json: create it with the settings of the instance, {} where it has none',
} satisfies Record<ElementFileName, string>;

/** Reads one element: the element where nothing is wrong with it, or every fault that it has. */
export function readElement(
  directory: string,
  name: string,
): { element?: SmsElement; faults: ElementFault[] } {
  const problem = folderProblem(directory, name);
  if (problem) return { faults: [{ file: elementFolder(directory, name), problem }] };
  const description = readJson(join(directory, name, 'e.json'), MISSING['e.json']);
  const settings = readJson(join(directory, name, 'sms.json'), MISSING['sms.json']);
  const faults = [
    ...faultsOf('e.json', description.problems ?? descriptionProblems(description.value)),
    ...faultsOf('sms.json', settings.problems ?? []),
  ];
  if (faults.length || description.problems || settings.problems) return { faults };
  const { title, type } = description.value as { title: string; type: string };
  return { element: { name, title, type, values: settings.value }, faults };

  function faultsOf(file: ElementFileName, problems: string[]): ElementFault[] {
    return problems.map((text) => ({ file: elementFile(directory, name, file), problem: text }));
  }
}

function folderProblem(directory: string, name: string): string | undefined {
  const problem = elementNameProblem(name);
  if (problem) return `${safeName(name)} cannot be an element, ${problem}. Rename the folder`;
  try {
    if (statSync(join(directory, name)).isDirectory()) return undefined;
    return 'is not a folder: put a folder with e.json and sms.json in its place';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT'
      ? 'does not exist, or is a link that leads nowhere: create it with e.json and sms.json, or remove it'
      : `cannot be read (${code}): let the user of this process read it`;
  }
}

/** What a file of an element holds, or every problem with it. */
export function readJson(path: string, missing: string): JsonObject {
  const file = readSmallFile(path);
  if ('bytes' in file) return parseJsonObject(file.bytes);
  return { problems: [file.code === 'ENOENT' ? missing : unreadable(file.code)] };
}
