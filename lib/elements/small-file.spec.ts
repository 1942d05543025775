import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSmallFile, unreadableFile } from './small-file.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-file-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readSmallFile', () => {
  it('reads a file of 64 KiB', () => {
    const bytes = Buffer.alloc(65_536, 'a');
    writeFileSync(path, bytes);
    expect(readSmallFile(path)).toEqual({ bytes });
  });

  it('refuses a file of one byte more', () => {
    writeFileSync(path, Buffer.alloc(65_537, 'a'));
    expect(readSmallFile(path)).toEqual({ code: 'EFBIG' });
  });

  it('refuses a file of a terabyte at once', () => {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 40);
    expect(readSmallFile(path)).toEqual({ code: 'EFBIG' });
  });

  it.runIf(process.platform === 'linux')('bounds a file that says it is empty', () => {
    expect(readSmallFile('/proc/kallsyms')).toEqual({ code: 'EFBIG' });
  });

  it('follows a link', () => {
    writeFileSync(join(folder, 'target'), 'a');
    symlinkSync('target', path);
    expect(readSmallFile(path)).toEqual({ bytes: Buffer.from('a') });
  });

  it('gives the code of a file that is missing', () => {
    expect(readSmallFile(path)).toEqual({ code: 'ENOENT' });
  });

  it('gives the code of a folder in its place', () => {
    mkdirSync(path);
    expect(readSmallFile(path)).toEqual({ code: 'EISDIR' });
  });

  it('gives the code of a link to itself', () => {
    symlinkSync('file', path);
    expect(readSmallFile(path)).toEqual({ code: 'ELOOP' });
  });

  it.runIf(process.platform === 'linux')('does not wait for the writer of a pipe', () => {
    execFileSync('mkfifo', [path]);
    expect(readSmallFile(path)).toEqual({ code: 'EINVAL' });
  });
});

describe('unreadableFile', () => {
  it.each(['EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'EIO'])('names %s and a remedy', (code) => {
    expect(unreadableFile(code)).toEqual({
      code: 'unreadable',
      text: expect.stringMatching(new RegExp(`^cannot be read \\(${code}\\).*: .`)),
      rule: 'file-unreadable',
      values: { cause: code, maxBytes: 65_536 },
    });
  });
});
