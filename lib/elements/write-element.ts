import { mkdirSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SmsElement } from './element.js';
import { elementNameProblem } from './element-name.js';
import { elementTexts } from './element-texts.js';
import { type StagedFile, stageFile } from './staged-file.js';

/**
 * Writes both files of an element, and creates its folder where there is none. What `e.json` holds beside
 * title and type stays. After a failure the files are as they were.
 */
export async function writeElement(directory: string, element: SmsElement): Promise<void> {
  const problem = elementNameProblem(element.name);
  if (problem) throw new TypeError(`The element cannot be written: ${problem}`);
  const folder = resolve(directory, element.name);
  const texts = elementTexts(directory, element);
  const created = mkdirSync(folder, { recursive: true }) !== undefined;
  const staged: StagedFile[] = [];
  try {
    // Settings before description, so that a new element that is half there has no e.json.
    const files = (['sms.json', 'e.json'] as const).map((file) =>
      stageFile(join(folder, file), texts[file]),
    );
    const results = await Promise.allSettled(files);
    staged.push(
      ...results.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    // In one go: nothing else of this process comes between, so no other write mixes with this one.
    for (const file of staged) file.put();
  } catch (error) {
    for (const file of staged) file.discard();
    if (created) removeIfEmpty(folder);
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, or it is gone: the cause of the failure is what counts.
  }
}
