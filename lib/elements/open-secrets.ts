import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPlaceholder } from '../common/placeholder.js';
import type { SmsTypeInfo } from '../schema/config-form.wire.js';
import { elementFile, type SmsElement } from './element.js';
import { existingAncestor } from './watched-folders.js';

/** Returns a warning if secrets are stored in clear inside a git work tree, because they may be committed. */
export function openSecretsWarning(
  directory: string,
  elements: readonly SmsElement[],
  types: readonly SmsTypeInfo[],
): string | undefined {
  const fields = new Map(types.map((type) => [type.name, type.fields]));
  const open = elements.filter(({ type, values }) =>
    fields.get(type)?.some(({ name, kind }) => kind === 'secret' && isInClear(values[name])),
  );
  if (open.length === 0 || !isInGitWorkTree(resolve(directory))) return undefined;
  const files = open.map(({ name }) => elementFile(directory, name, 'sms.json'));
  return (
    `${files.join(', ')} ${files.length > 1 ? 'hold secrets' : 'holds a secret'} in clear inside a git work tree: ` +
    'write ${NAME} in its place and set NAME in the environment, or keep the file out of git'
  );
}

function isInClear(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !isPlaceholder(value);
}

/**
 * Whether files in the directory may be committed: it, or a folder above it, contains `.git`, which is a file in a
 * worktree or submodule. The directory need not exist.
 */
export function isInGitWorkTree(path: string): boolean {
  let folder = realpathSync(existingAncestor(path));
  while (!existsSync(join(folder, '.git'))) {
    if (folder === dirname(folder)) return false;
    folder = dirname(folder);
  }
  return true;
}
