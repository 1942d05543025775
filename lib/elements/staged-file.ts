import { randomUUID } from 'node:crypto';
import { closeSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A file that is whole and on the disk, and stands beside its place until it is put there. */
export interface StagedFile {
  put(): void;
  /** Does nothing once the file was put in its place. */
  discard(): void;
}

/** It is hidden while it waits, and of mode 0600, since it may hold a secret. */
export async function stageFile(path: string, text: string): Promise<StagedFile> {
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
