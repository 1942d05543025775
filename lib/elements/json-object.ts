import { isUtf8 } from 'node:buffer';
import { jsonFlaws } from './json-flaws.js';

/** A JSON object, or all that is wrong with it. */
export type JsonObject =
  | { value: Record<string, unknown>; problems?: undefined }
  | { value?: undefined; problems: string[] };

/** Reads the bytes of a file. Problems hold nothing of them, for they may be a secret. */
export function parseJsonObject(bytes: Buffer): JsonObject {
  if (!isUtf8(bytes)) return { problems: ['is not in UTF-8: save it in this encoding'] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const flaws = jsonFlaws(text);
  if (flaws.length) {
    return {
      problems: flaws.map(
        ({ offset, problem }) => `${position(text, offset)}: ${problem}. Correct the JSON there`,
      ),
    };
  }
  const value = JSON.parse(text) as unknown;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: ['is not a JSON object: put all of it between { and }'] };
  }
  return { value: value as Record<string, unknown> };
}

/** Counted as people do: from one, and a character of several bytes or units as one. */
function position(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${Array.from(lines.at(-1)!).length + 1}`;
}
