import { createHash, scryptSync } from 'node:crypto';
import { join } from 'node:path';
import { readSmallFile, type SmallFile } from './small-file.js';

/** Differs if reading the element would give another result. Undefined if it has neither file. */
export function fingerprint(directory: string, name: string): string | undefined {
  const files = ['e.json', 'sms.json'].map((file) => readSmallFile(join(directory, name, file)));
  return files.every(isMissing) ? undefined : files.map(digest).join(' ');
}

function isMissing(file: SmallFile): boolean {
  return 'code' in file && (file.code === 'ENOENT' || file.code === 'ENOTDIR');
}

/** A hash, so that no secret stays in memory. */
function digest(file: SmallFile): string {
  return 'code' in file ? file.code : createHash('sha256').update(file.bytes).digest('base64');
}

/** Tells one content of the files of an element from another. */
export class ElementVersions {
  readonly #known = new Map<string, { print: string; version: string }>();

  /** Returns the version of the files as they are now, or undefined if there are none. */
  of(directory: string, name: string): string | undefined {
    const print = fingerprint(directory, name);
    if (print === undefined) {
      this.#known.delete(name);
      return undefined;
    }
    const known = this.#known.get(name);
    if (known?.print === print) return known.version;
    // Pages show the version. By a fast hash, who sees it could try out what a short password in the file is.
    const hash = scryptSync(print, 'nestjs-aliyun-sms', 16, { N: 1024 });
    const version = hash.toString('base64url');
    this.#known.set(name, { print, version });
    return version;
  }
}
