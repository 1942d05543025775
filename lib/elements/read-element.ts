import { statSync } from 'node:fs';
import { join } from 'node:path';
import { descriptionProblems } from './description-problems.js';
import type { SmsElementIssue, SmsSetupIssue } from '../errors/setup.errors.js';
import type { ElementFileName, SmsElement } from './element.js';
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
): { element?: SmsElement; issues: SmsElementIssue[] } {
  const folderIssue = issueOfFolder(directory, name);
  if (folderIssue) return { issues: [{ file: elementFolder(directory, name), ...folderIssue }] };
  const description = readJson(join(directory, name, 'e.json'), MISSING['e.json']);
  const settings = readJson(join(directory, name, 'sms.json'), MISSING['sms.json']);
  const issues = [
    ...issuesOf('e.json', 'unreadable', description.problems),
    ...issuesOf('e.json', 'invalid', description.value && descriptionProblems(description.value)),
    ...issuesOf('sms.json', 'unreadable', settings.problems),
  ];
  if (issues.length || description.problems || settings.problems) return { issues };
  const { title, type } = description.value as { title: string; type: string };
  return { element: { name, title, type, values: settings.value }, issues };

  function issuesOf(
    file: ElementFileName,
    code: 'unreadable' | 'invalid',
    texts: readonly string[] = [],
  ): SmsElementIssue[] {
    return texts.map((text) => ({ file: elementFile(directory, name, file), code, text }));
  }
}

function issueOfFolder(directory: string, name: string): SmsSetupIssue | undefined {
  const problem = elementNameProblem(name);
  if (problem) {
    const text = `${safeName(name)} cannot be an element, ${problem}. Rename the folder`;
    return { code: 'invalid-name', text };
  }
  try {
    if (statSync(join(directory, name)).isDirectory()) return undefined;
    const text = 'is not a folder: put a folder with e.json and sms.json in its place';
    return { code: 'unreadable', text };
  } catch (error) {
    const code = errorCode(error);
    const text =
      code === 'ENOENT'
        ? 'does not exist, or is a link that leads nowhere: create it with e.json and sms.json, or remove it'
        : `cannot be read (${code}): let the user of this process read it`;
    return { code: 'unreadable', text };
  }
}

/** What a file of an element holds, or every problem with it. */
export function readJson(path: string, missing: string): JsonObject {
  const file = readSmallFile(path);
  if ('bytes' in file) return parseJsonObject(file.bytes);
  return { problems: [file.code === 'ENOENT' ? missing : unreadable(file.code)] };
}
