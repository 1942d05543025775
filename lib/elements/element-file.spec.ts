import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementFile } from './index.js';

describe('elementFile', () => {
  it('is relative to the working directory where it lies below it', () => {
    expect(elementFile(join(process.cwd(), 'SMS'), 'login', 'e.json')).toBe('SMS/login/e.json');
  });

  it('takes a relative directory', () => {
    expect(elementFile('./SMS/', 'login', 'sms.json')).toBe('SMS/login/sms.json');
  });

  it('leaves out the working directory itself', () => {
    expect(elementFile('.', 'login', 'e.json')).toBe('login/e.json');
  });

  it('is absolute elsewhere', () => {
    const directory = join(tmpdir(), 'SMS');
    expect(elementFile(directory, 'a', 'e.json')).toBe(
      `${directory.replaceAll('\\', '/')}/a/e.json`,
    );
  });

  it('is absolute for a folder beside the working directory', () => {
    expect(elementFile('../SMS', 'a', 'e.json')).toMatch(/^[^.]*\/SMS\/a\/e\.json$/);
  });

  it('stays relative for a folder whose name begins with two dots', () => {
    expect(elementFile('..SMS', 'a', 'e.json')).toBe('..SMS/a/e.json');
  });

  it('shows a name that breaks the rules escaped', () => {
    expect(elementFile('SMS', '../..\n', 'e.json')).toBe('SMS/"../..\\n"/e.json');
  });
});
