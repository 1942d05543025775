import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds dist/ where it is missing, or older than a source. */
export function ensureBuild() {
  const built = join(root, 'dist/esm/index.js');
  const changed = Math.max(newest(join(root, 'lib')), newest(join(root, 'ui')));
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  const { status } = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the package does not build');
}

function newest(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.ts$|^bundle\.cjs$/.test(entry.name))
    .reduce((time, { parentPath, name }) => {
      return Math.max(time, statSync(join(parentPath, name)).mtimeMs);
    }, 0);
}
