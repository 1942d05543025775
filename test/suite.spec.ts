import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('npm test', () => {
  it('needs only Node: what a spec needs besides shows in its name', () => {
    const specs = ['lib', 'test'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.spec.ts') && !name.endsWith('.services.spec.ts'))
        .map((name) => join(folder, name)),
    );
    expect(specs.length).toBeGreaterThan(90);
    // A browser, a server of its own, or a process that has to be ended.
    const services = /^import .*(playwright|support\/browser|redis-server|\b(spawn|fork)\b)/m;
    const misnamed = specs.filter((spec) => services.test(readFileSync(join(root, spec), 'utf8')));
    expect(misnamed, 'name these *.services.spec.ts, see CONTRIBUTING.md').toEqual([]);
  });
});
