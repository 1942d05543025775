import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { errorCode } from '../common/error-facts.js';
import type { SmsSetupIssue } from '../errors/setup.errors.js';

/** A settings file is far smaller. A larger one is a mistake or an attack. */
export const MAX_FILE_BYTES = 64 * 1024;

/** The bytes of a file, or the error code if it cannot be read (`ENOENT` if it does not exist). */
export type SmallFile = { bytes: Buffer } | { code: string };

export function readSmallFile(path: string): SmallFile {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { code: 'EISDIR' };
    // To open a pipe would block until something writes to it.
    if (!stats.isFile()) return { code: 'EINVAL' };
    if (stats.size > MAX_FILE_BYTES) return { code: 'EFBIG' };
    const bytes = readAtMost(path, MAX_FILE_BYTES + 1);
    return bytes.length > MAX_FILE_BYTES ? { code: 'EFBIG' } : { bytes };
  } catch (error) {
    return { code: errorCode(error) ?? 'EUNKNOWN' };
  }
}

/** The file may have grown after `stat`, so the read has a limit of its own. */
function readAtMost(path: string, limit: number): Buffer {
  const buffer = Buffer.alloc(limit);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < limit; length += read) {
      read = readSync(file, buffer, length, limit - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Returns the issue for a code of `readSmallFile`. */
export function unreadableFile(code: string): SmsSetupIssue {
  return {
    code: 'unreadable',
    text: unreadableText(code),
    rule: code === 'EFBIG' ? 'file-too-large' : 'file-unreadable',
    values: { cause: code, maxBytes: MAX_FILE_BYTES },
  };
}

function unreadableText(code: string): string {
  switch (code) {
    case 'EFBIG':
      return 'is larger than 64 KiB: keep only the settings in it';
    case 'EISDIR':
      return 'cannot be read (EISDIR), a folder stands in its place: move the folder elsewhere';
    case 'EACCES':
    case 'EPERM':
      return `cannot be read (${code}): let the user of this process read it`;
    case 'ELOOP':
      return 'cannot be read (ELOOP), the link leads back to itself: put a file in its place';
    default:
      return `cannot be read (${code}): put a regular file in its place`;
  }
}
