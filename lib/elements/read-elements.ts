import { statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../common/error-facts.js';
import { isInstanceName, safeName } from '../common/instance-name.js';
import type { SmsElementIssue, SmsSetupIssue } from '../errors/setup.errors.js';
import {
  elementFile,
  type ElementFileName,
  elementFolder,
  elementNameIssue,
  shownPath,
  type SmsElement,
} from './element.js';
import { foldedName, listElementNames } from './element-names.js';
import { type JsonObject, parseJsonObject } from './json-object.js';
import { readSmallFile, unreadableFile } from './small-file.js';

const MISSING = {
  'e.json': 'no e.json: create it with { title, type }, or move the folder elsewhere',
  'sms.json': 'no sms.json: create it with the settings of the instance, {} where it has none',
} satisfies Record<ElementFileName, string>;

/** Reads every element of a directory, and returns the issues of all of them at once. */
export function readElements(directory: string): {
  elements: SmsElement[];
  issues: SmsElementIssue[];
} {
  const { names, code } = listElementNames(directory);
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

/** Reads one element. Returns either the element or all of its issues. */
export function readElement(
  directory: string,
  name: string,
): { element?: SmsElement; issues: SmsElementIssue[] } {
  const folderIssue = issueOfFolder(directory, name);
  if (folderIssue) return { issues: [{ file: elementFolder(directory, name), ...folderIssue }] };
  const description = readJson(directory, name, 'e.json');
  const settings = readJson(directory, name, 'sms.json');
  const issues = [
    ...issuesOfFile(
      elementFile(directory, name, 'e.json'),
      description.issues ?? descriptionIssues(description.value),
    ),
    ...issuesOfFile(elementFile(directory, name, 'sms.json'), settings.issues),
  ];
  if (issues.length > 0 || description.issues || settings.issues) return { issues };
  const { title, type } = description.value as { title: string; type: string };
  return { element: { name, title, type, values: settings.value }, issues };
}

/** Adds the file to issues that were found in its content. */
export function issuesOfFile(
  file: string,
  issues: readonly SmsSetupIssue[] = [],
): SmsElementIssue[] {
  return issues.map((issue) => ({ file, ...issue }));
}

function issueOfFolder(directory: string, name: string): SmsSetupIssue | undefined {
  const nameIssue = elementNameIssue(name);
  if (nameIssue) {
    const text = `${safeName(name)} cannot be an element, ${nameIssue.text}. Rename the folder`;
    return { ...nameIssue, text };
  }
  try {
    if (statSync(join(directory, name)).isDirectory()) return undefined;
    const text = 'is not a folder: put a folder with e.json and sms.json in its place';
    return { code: 'unreadable', text };
  } catch (error) {
    const code = errorCode(error) ?? 'EUNKNOWN';
    const text =
      code === 'ENOENT'
        ? 'does not exist, or is a link that leads nowhere: create it with e.json and sms.json, or remove it'
        : `cannot be read (${code}): let the user of this process read it`;
    return { code: 'unreadable', text };
  }
}

function readJson(directory: string, name: string, file: ElementFileName): JsonObject {
  const content = readSmallFile(join(directory, name, file));
  if ('bytes' in content) return parseJsonObject(content.bytes);
  if (content.code !== 'ENOENT') return { issues: [unreadableFile(content.code)] };
  return { issues: [{ code: 'unreadable', text: MISSING[file] }] };
}

/** Returns every issue of the content of `e.json`. Keys that this library does not use are ignored. */
export function descriptionIssues({
  title,
  type,
  backendBundleEntry = '.',
}: Record<string, unknown>): SmsSetupIssue[] {
  const issues: SmsSetupIssue[] = [];
  if (typeof title !== 'string' || !title.trim()) {
    const text = '"title" must be a text that is not empty: say what people call this instance';
    issues.push({ code: 'invalid', rule: 'empty', option: 'title', text });
  }
  if (typeof title === 'string' && /(?:^|[^$])\$\{/.test(title)) {
    const text =
      '"title" has a "${", and variables of the environment are read in sms.json only: write the text';
    issues.push({ code: 'invalid', rule: 'title-variable', option: 'title', text });
  }
  if (!isTypeName(type)) {
    const text = '"type" must be "SMS." and the name of a type: for example "SMS.Aliyun"';
    issues.push({ code: 'invalid', rule: 'type-name', option: 'type', text });
  }
  if (backendBundleEntry !== '.') {
    const text =
      '"backendBundleEntry" must be ".": code of an element is not loaded from its folder, leave "."';
    issues.push({ code: 'invalid', rule: 'bundle-entry', text });
  }
  return issues;
}

function isTypeName(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('SMS.') && isInstanceName(type.slice(4));
}

function directoryIssues(directory: string, code: string | undefined): SmsElementIssue[] {
  // No instance was saved yet.
  if (code === undefined || code === 'ENOENT') return [];
  const text =
    code === 'ENOTDIR'
      ? 'is not a folder: name the folder that holds the elements'
      : `cannot be read (${code}): let the user of this process read the folder`;
  return [{ file: shownPath(directory), code: 'unreadable', text }];
}

/** Names that macOS and Windows take as equal: one folder would overwrite the other there. */
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
