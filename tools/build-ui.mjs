// Builds the pages: Vite bundles each page of ui/, and all their files become one module of data. It is written to
// ui/bundle.cjs, which the source reads, and to build/ui/, from where tools/build.mjs copies it into dist/.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile, mergeConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const BUNDLE = join(root, 'ui/bundle.cjs');

const TYPES = {
  html: 'text/html;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  css: 'text/css;charset=utf-8',
};

/** What becomes a part of the scripts, with its licence. */
const BUNDLED = ['preact', '@preact/signals', '@preact/signals-core', '@tanstack/virtual-core'];

/** Builds the pages. */
export async function buildUi() {
  const config = await loadConfigFromFile({ command: 'build' }, join(root, 'ui/vite.config.ts'));
  const pages = await readPages();
  const files = {};
  // One build for each page: in a common one they would share a third file, which is one more request.
  for (const page of pages) {
    const { output } = await build(
      mergeConfig(config.config, {
        configFile: false,
        logLevel: 'warn',
        build: { write: false, rolldownOptions: { input: join(root, 'ui', page) } },
      }),
    );
    for (const { fileName, code, source } of output) {
      files[fileName] = fileOf(fileName, code ?? String(source));
    }
  }
  const module = `// Written by tools/build-ui.mjs.\nmodule.exports = ${JSON.stringify(files)};\n`;
  await mkdir(join(root, 'build/ui'), { recursive: true });
  await writeFile(join(root, 'build/ui/bundle.cjs'), module);
  await writeFile(join(root, 'build/ui/LICENSES.md'), await licences());
  await writeFile(BUNDLE, module);
}

/** Builds the pages if one of their sources is newer than the last build. */
export async function ensureUi() {
  const built = await stat(BUNDLE).catch(() => undefined);
  if (!built || (await newestSource()) > built.mtimeMs) await buildUi();
}

function fileOf(name, text) {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const type = TYPES[extension];
  if (!type) throw new Error(`${name} has no type: add .${extension} in tools/build-ui.mjs`);
  // Vite adds it for foreign hosts; with it a sheet is fetched without the login of a proxy.
  if (extension === 'html') return { type, etag: '', text: text.replaceAll(' crossorigin', '') };
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  return { type, etag, text, gzip: gzipSync(text, { level: 9 }).toString('base64') };
}

async function readPages() {
  return (await readdir(join(root, 'ui'))).filter((name) => name.endsWith('.html'));
}

async function newestSource() {
  const entries = await readdir(join(root, 'ui'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/^bundle\.|\.spec\.ts$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const stats = await Promise.all(
    [...files, fileURLToPath(import.meta.url)].map((file) => stat(file)),
  );
  return Math.max(...stats.map(({ mtimeMs }) => mtimeMs));
}

async function licences() {
  const texts = await Promise.all(
    BUNDLED.map(async (name) => {
      const text = await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
      return `# ${name}\n\n${text.trim()}\n`;
    }),
  );
  return texts.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildUi();
