import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elementNames } from './element-names.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'names-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('elementNames', () => {
  it('gives the names of the folders, sorted', () => {
    for (const name of ['login', 'alarm', '登录', 'Login2']) mkdirSync(join(directory, name));
    expect(elementNames(directory)).toEqual(['Login2', 'alarm', 'login', '登录']);
  });

  it('skips hidden folders', () => {
    mkdirSync(join(directory, '..2026_11_24'));
    expect(elementNames(directory)).toEqual([]);
  });

  it('skips files, and links to files', () => {
    writeFileSync(join(directory, 'README'), '');
    symlinkSync('README', join(directory, 'link'));
    expect(elementNames(directory)).toEqual([]);
  });

  it('takes a link to a folder', () => {
    mkdirSync(join(directory, '.data'));
    symlinkSync('.data', join(directory, 'login'));
    expect(elementNames(directory)).toEqual(['login']);
  });

  it('takes a link that leads nowhere, so that reading it tells', () => {
    symlinkSync('nowhere', join(directory, 'login'));
    expect(elementNames(directory)).toEqual(['login']);
  });

  it('takes a folder whose name breaks the rules, so that reading it tells', () => {
    mkdirSync(join(directory, 'my login'));
    expect(elementNames(directory)).toEqual(['my login']);
  });

  it.each([
    ['is missing', () => join(directory, 'nowhere')],
    ['is a file', () => (writeFileSync(join(directory, 'f'), ''), join(directory, 'f'))],
    ['cannot be a path', () => 'a\0b'],
  ])('is empty where the directory %s', (_, path) => {
    expect(elementNames(path())).toEqual([]);
  });
});
