// Builds dist/: tsc writes JavaScript and declarations to build/lib, and rolldown bundles the JavaScript for
// dist/esm and dist/cjs, since one file loads faster than hundreds. tsc goes first because only it writes the
// metadata of decorators. The pages of ui/ become one file, dist/ui/bundle.cjs, which both reach by the same
// relative path. Plain Node, so that it runs on Windows too.
import { spawn } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { buildUi } from './build-ui.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
const compiled = join(root, 'build/lib');
const { exports, bin } = createRequire(import.meta.url)('../package.json');

/** Compiles a project; what the compiler says goes to the terminal. */
export function compile(project) {
  return new Promise((done, reject) => {
    spawn(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) =>
        code === 0 ? done() : reject(new Error(`tsc -p ${project} found errors`)),
      );
  });
}

/** Throws away what an earlier build left, since files that are gone would stay in it. */
export function clean(directory) {
  return rm(join(root, directory), { recursive: true, force: true });
}

/** Builds the package in the given formats. */
export async function buildLibrary(formats = ['esm', 'cjs']) {
  await Promise.all(['build/lib', ...formats.map((format) => `dist/${format}`)].map(clean));
  await Promise.all([compile('tsconfig.build.json'), buildUi()]);

  const typed = Object.values(exports)
    .map((conditions) => conditions.import?.default)
    .filter(Boolean);
  const entries = [...typed, ...Object.values(bin)].map(entryOf);
  const declarations = await reachedDeclarations(typed.map(entryOf));
  const apart = new Set();
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries.map((entry) => [entry, join(compiled, `${entry}.js`)])),
    // Not 'node', for which rolldown adds `createRequire(import.meta.url)`.
    platform: 'neutral',
    plugins: [externals(apart)],
  });
  try {
    for (const format of formats) {
      const target = join(root, 'dist', format);
      await bundle.write({
        dir: target,
        format,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        keepNames: true,
        strict: true,
        // Jest runs CommonJS where `import()` fails.
        dynamicImportInCjs: false,
      });
      for (const file of [...apart, ...declarations]) await copyTo(target, file);
    }
    await cp(join(root, 'build/ui'), join(root, 'dist/ui'), { recursive: true });
    for (const name of Object.keys(BUNDLED)) {
      const license = join(root, 'node_modules', name, 'LICENSE.md');
      await copyFile(license, join(root, 'dist', `LICENSE.${name}.md`));
    }
  } finally {
    await bundle.close();
  }
  if (formats.includes('cjs')) {
    await writeFile(join(root, 'dist/cjs/package.json'), '{"type":"commonjs"}\n');
  }
}

/** `./dist/esm/config/index.js` -> `config/index` */
function entryOf(path) {
  return path.replace('./dist/esm/', '').replace(/\.js$/, '');
}

// Its `main` is UMD, which fails in an application that is bundled by esbuild: its ES module becomes part of ours.
const BUNDLED = { 'jsonc-parser': 'node_modules/jsonc-parser/lib/esm/main.js' };

/** Leaves npm packages out of the bundle, and files that are CommonJS in both formats. */
function externals(apart) {
  return {
    name: 'externals',
    resolveId(specifier, importer) {
      if (!importer) return null;
      if (Object.hasOwn(BUNDLED, specifier)) return join(root, BUNDLED[specifier]);
      if (!specifier.startsWith('.')) return { id: specifier, external: true };
      if (!specifier.endsWith('.cjs')) return null;
      const id = resolve(dirname(importer), specifier);
      apart.add(id);
      return { id, external: 'relative' };
    },
  };
}

/** The declarations of the entries, and all that they import. */
async function reachedDeclarations(entries) {
  const reached = new Set(entries.map((entry) => join(compiled, `${entry}.d.ts`)));
  // A Set goes on with what is added to it meanwhile.
  for (const file of reached) {
    const { importedFiles } = ts.preProcessFile(await readFile(file, 'utf8'));
    for (const { fileName } of importedFiles) {
      if (!fileName.startsWith('.')) continue;
      reached.add(resolve(dirname(file), fileName.replace(/\.(c?)js$/, '.d.$1ts')));
    }
  }
  return reached;
}

async function copyTo(target, file) {
  const copy = join(target, relative(compiled, file));
  await mkdir(dirname(copy), { recursive: true });
  await copyFile(file, copy);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await clean('dist');
  await buildLibrary();
}
