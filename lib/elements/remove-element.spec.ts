import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readElement, removeElement, writeElement } from './index.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'remove-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (name = 'login') =>
  writeElement(directory, { name, title: 'a', type: 'SMS.Aliyun', values: {} });

describe('removeElement', () => {
  it('removes the files and the folder', async () => {
    await write();
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('leaves what somebody else put there', async () => {
    await write();
    writeFileSync(join(directory, 'login', 'notes.txt'), '');
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readdirSync(join(directory, 'login'))).toEqual(['notes.txt']);
  });

  it('removes an element of which one file is missing', async () => {
    await write();
    rmSync(join(directory, 'login', 'e.json'));
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(existsSync(join(directory, 'login'))).toBe(false);
  });

  it('is false where there is no folder', async () => {
    expect(await removeElement(directory, 'login')).toBe(false);
  });

  it('is false where the folder holds other things only', async () => {
    mkdirSync(join(directory, 'login', 'other'), { recursive: true });
    expect(await removeElement(directory, 'login')).toBe(false);
  });

  it('is false for a plain file of this name, and leaves it', async () => {
    writeFileSync(join(directory, 'login'), '');
    expect(await removeElement(directory, 'login')).toBe(false);
    expect(readdirSync(directory)).toEqual(['login']);
  });

  it('removes of a linked folder the link only', async () => {
    await write('real');
    symlinkSync('real', join(directory, 'login'));
    expect(await removeElement(directory, 'login')).toBe(true);
    expect(readElement(directory, 'real').issues).toEqual([]);
    expect(readdirSync(directory)).toEqual(['real']);
  });

  it('refuses a name that breaks the rules', async () => {
    await write();
    const inner = join(directory, 'login');
    await expect(removeElement(inner, '../login')).rejects.toThrow(TypeError);
    expect(readElement(directory, 'login').issues).toEqual([]);
  });
});
