import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { existingAncestor } from './existing-ancestor.js';

/**
 * Whether what is written there may be committed: a `.git` folder, or the file of a worktree or submodule,
 * stands in the directory or above it. The directory itself need not exist yet.
 */
export function isInGitWorkTree(path: string): boolean {
  let folder = realpathSync(existingAncestor(path));
  while (!existsSync(join(folder, '.git'))) {
    if (folder === dirname(folder)) return false;
    folder = dirname(folder);
  }
  return true;
}
