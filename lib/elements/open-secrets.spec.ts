import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInGitWorkTree } from './open-secrets.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'git-'));
  mkdirSync(join(folder, 'app', 'SMS'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('isInGitWorkTree', () => {
  it('is false where no .git stands above', () => {
    expect(isInGitWorkTree(join(folder, 'app', 'SMS'))).toBe(false);
  });

  it('finds .git in the directory', () => {
    mkdirSync(join(folder, 'app', 'SMS', '.git'));
    expect(isInGitWorkTree(join(folder, 'app', 'SMS'))).toBe(true);
  });

  it('finds .git above it', () => {
    mkdirSync(join(folder, '.git'));
    expect(isInGitWorkTree(join(folder, 'app', 'SMS'))).toBe(true);
  });

  it('finds the file that a worktree has instead', () => {
    writeFileSync(join(folder, 'app', '.git'), 'gitdir: ../elsewhere');
    expect(isInGitWorkTree(join(folder, 'app', 'SMS'))).toBe(true);
  });

  it('answers for a directory that does not exist yet', () => {
    mkdirSync(join(folder, 'app', '.git'));
    expect(isInGitWorkTree(join(folder, 'app', 'later', 'SMS'))).toBe(true);
  });

  it('goes by where a link leads, since the files lie there', () => {
    mkdirSync(join(folder, 'app', '.git'));
    symlinkSync('app/SMS', join(folder, 'link'));
    expect(isInGitWorkTree(join(folder, 'link'))).toBe(true);
  });
});
