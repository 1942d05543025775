// Builds dist/: one pass of tsc for ESM, one for CommonJS. Plain Node, so that it runs on Windows too.
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

/** Compiles a project; what the compiler says goes to the terminal. */
export function compile(project) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`tsc -p ${project} found errors`)),
      );
  });
}

/** Throws away what an earlier build left, since files that are gone would stay in it. */
export function clean(directory) {
  return rm(new URL(`../${directory}`, import.meta.url), { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await clean('dist');
  await Promise.all([compile('tsconfig.esm.json'), compile('tsconfig.cjs.json')]);
  await writeFile(new URL('../dist/cjs/package.json', import.meta.url), '{"type":"commonjs"}\n');
}
