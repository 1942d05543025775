import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type SmallFile, readSmallFile } from './small-file.js';

/** Differs where reading the element would give something else; undefined where it has neither file. */
export function fingerprint(directory: string, name: string): string | undefined {
  const files = ['e.json', 'sms.json'].map((file) => readSmallFile(join(directory, name, file)));
  return files.every(isMissing) ? undefined : files.map(digest).join(' ');
}

function isMissing(file: SmallFile): boolean {
  return 'code' in file && (file.code === 'ENOENT' || file.code === 'ENOTDIR');
}

// A digest, so that no secret stays in memory for longer than the reading takes.
function digest(file: SmallFile): string {
  return 'code' in file ? file.code : createHash('sha256').update(file.bytes).digest('base64');
}
