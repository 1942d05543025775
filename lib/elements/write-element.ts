import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../common/error-facts.js';
import { SmsElementsError, type SmsSetupIssue } from '../errors/setup.errors.js';
import {
  elementFile,
  type ElementFileName,
  elementFolder,
  elementNameIssue,
  type SmsElement,
} from './element.js';
import { elementNames } from './element-names.js';
import { parseJsonObject } from './json-object.js';
import { descriptionIssues, issuesOfFile } from './read-elements.js';
import { MAX_FILE_BYTES, readSmallFile, unreadableFile } from './small-file.js';

/**
 * Writes both files of an element, and creates its folder if there is none. Keys of `e.json` other than title and
 * type stay. After an error the files are as they were.
 *
 * @param beforePut is called when the new files are complete, directly before they replace the former ones. It may throw
 * @throws SmsElementsError for a name that cannot be a folder, for an element that could not be read back, and for
 * an `e.json` that cannot be read
 */
export async function writeElement(
  directory: string,
  element: SmsElement,
  beforePut: () => void = () => {},
): Promise<void> {
  assertElementName(directory, element.name);
  const folder = resolve(directory, element.name);
  const texts = elementTexts(directory, element);
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  const staged: StagedFile[] = [];
  try {
    // Settings first: without e.json a new folder is reported as incomplete, and never used with half of its files.
    const files = (['sms.json', 'e.json'] as const).map((file) =>
      stageFile(join(folder, file), texts[file]),
    );
    const results = await Promise.allSettled(files);
    staged.push(
      ...results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    // Without an await from here on, so that no other write of this process comes in between.
    beforePut();
    for (const file of staged) file.put();
  } catch (error) {
    for (const file of staged) file.discard();
    if (isNew) removeIfEmpty(folder);
    throw error;
  }
}

/**
 * Removes the files of an element, and its folder if it is empty then. If the folder is a link, only the link is
 * removed. Returns false if there was nothing to remove.
 *
 * @throws SmsElementsError for a name that cannot be a folder
 */
export async function removeElement(directory: string, name: string): Promise<boolean> {
  assertElementName(directory, name);
  if (!elementNames(directory).includes(name)) return false;
  const folder = join(directory, name);
  if (lstatSync(folder).isSymbolicLink()) return removes(() => unlinkSync(folder), 'ENOENT');
  // Description first: a folder that is half removed is then not read as an element.
  const removed = [
    removes(() => unlinkSync(join(folder, 'e.json')), 'ENOENT'),
    removes(() => unlinkSync(join(folder, 'sms.json')), 'ENOENT'),
    removes(() => rmdirSync(folder), 'ENOTEMPTY', 'EEXIST', 'ENOENT'),
  ];
  return removed.includes(true);
}

function assertElementName(directory: string, name: string): void {
  const issue = elementNameIssue(name);
  if (issue) throw new SmsElementsError([{ file: elementFolder(directory, name), ...issue }]);
}

/** Returns the new content of the files. Throws if the element could not be read back from it. */
function elementTexts(
  directory: string,
  { name, title, type, values }: SmsElement,
): Record<ElementFileName, string> {
  const kept = keptDescription(directory, name);
  const description = {
    ...kept,
    title,
    type,
    backendBundleEntry: kept['backendBundleEntry'] ?? '.',
  };
  const texts = { 'e.json': toText(description), 'sms.json': toText(values) };
  const issues = [
    ...issuesOfFile(elementFile(directory, name, 'e.json'), [
      ...textIssues(texts['e.json']),
      ...descriptionIssues(description),
    ]),
    ...issuesOfFile(elementFile(directory, name, 'sms.json'), textIssues(texts['sms.json'])),
  ];
  if (issues.length > 0) throw new SmsElementsError(issues);
  return texts;
}

/** The keys that people or JitAi wrote into `e.json`. A file that cannot be read is not overwritten: they would be lost. */
function keptDescription(directory: string, name: string): Record<string, unknown> {
  const content = readSmallFile(join(directory, name, 'e.json'));
  if ('code' in content && content.code === 'ENOENT') return {};
  const json =
    'bytes' in content
      ? parseJsonObject(content.bytes)
      : { issues: [unreadableFile(content.code)] };
  if (!json.issues) return json.value;
  const issues = json.issues.map((issue) => ({
    ...issue,
    text: `${issue.text}. Nothing was written`,
  }));
  throw new SmsElementsError(issuesOfFile(elementFile(directory, name, 'e.json'), issues));
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function textIssues(text: string): SmsSetupIssue[] {
  const bytes = Buffer.from(text);
  return bytes.length > MAX_FILE_BYTES
    ? [unreadableFile('EFBIG')]
    : (parseJsonObject(bytes).issues ?? []);
}

/** A complete file on the disk, under a temporary name beside its final one. */
interface StagedFile {
  /** Renames it to its final name. */
  put(): void;
  /** Removes it. Does nothing after `put`. */
  discard(): void;
}

/** The temporary name is hidden, and the mode is 0600 because the file may hold a secret. */
async function stageFile(path: string, text: string): Promise<StagedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const discard = () => rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    await promisify(fsync)(file);
  } catch (error) {
    discard();
    throw error;
  } finally {
    closeSync(file);
  }
  return { put: () => renameSync(temporary, path), discard };
}

/** Returns false if it was not removed for one of the expected codes. */
function removes(remove: () => void, ...expected: string[]): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    if (expected.includes(errorCode(error) ?? 'EUNKNOWN')) return false;
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or does not exist any more. The error that is thrown next is the one that matters.
  }
}
