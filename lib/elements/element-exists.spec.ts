import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elementExists } from './index.js';

describe('elementExists', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'element-exists-'));
    mkdirSync(join(directory, 'login'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each(['e.json', 'sms.json'])('is true while %s is there', (file) => {
    writeFileSync(join(directory, 'login', file), '');
    expect(elementExists(directory, 'login')).toBe(true);
  });

  it('is false for an empty folder, for none, and for a name that leads elsewhere', () => {
    writeFileSync(join(directory, 'e.json'), '{}');
    for (const name of ['login', 'none', '..', '.', '']) {
      expect(elementExists(directory, name)).toBe(false);
    }
  });
});
