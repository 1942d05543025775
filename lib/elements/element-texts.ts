import { join } from 'node:path';
import { descriptionProblems } from './description-problems.js';
import type { ElementFileName, SmsElement } from './element.js';
import { elementFile } from './element-file.js';
import { parseJsonObject } from './json-object.js';
import { readSmallFile, MAX_FILE_BYTES, unreadable } from './small-file.js';

/** What the files of an element are to hold. Throws where reading it back would give a fault. */
export function elementTexts(
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
  const problems = [
    ...textProblems('e.json', texts['e.json']),
    ...descriptionProblems(description).map((problem) => `e.json: ${problem}`),
    ...textProblems('sms.json', texts['sms.json']),
  ];
  if (problems.length) {
    throw new TypeError(`The element cannot be written:\n- ${problems.join('\n- ')}`);
  }
  return texts;
}

/** What people or JitAi put into `e.json`. One that cannot be read is not overwritten, for the same reason. */
function keptDescription(directory: string, name: string): Record<string, unknown> {
  const file = readSmallFile(join(directory, name, 'e.json'));
  if ('code' in file && file.code === 'ENOENT') return {};
  const json =
    'bytes' in file ? parseJsonObject(file.bytes) : { problems: [unreadable(file.code)] };
  if (!json.problems) return json.value;
  throw new Error(
    `${elementFile(directory, name, 'e.json')}: ${json.problems.join('; ')}. Nothing was written`,
  );
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function textProblems(file: ElementFileName, text: string): string[] {
  const bytes = Buffer.from(text);
  const problems =
    bytes.length > MAX_FILE_BYTES ? [unreadable('EFBIG')] : (parseJsonObject(bytes).problems ?? []);
  return problems.map((problem) => `${file}: ${problem}`);
}
