// Writes what the documents take from the code: the tables of options and the list of the emulator's operations.
// `--check` writes nothing, and fails where a document differs.
import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { emulatorParts, readmeParts, withParts } from './docs-parts.mjs';

const built = (path) => import(new URL(`../build/lib/${path}`, import.meta.url));
const code = Object.assign(
  {},
  await built('index.js'),
  await built('schema/config-field.decorator.js'),
  await built('registry/sms-root.config.js'),
  await built('emulator/operations/operations.js'),
);

const documents = {
  'README.md': readmeParts(code, 'en'),
  'README.zh-CN.md': readmeParts(code, 'zh'),
  'docs/emulator.md': emulatorParts(code, 'en'),
  'docs/emulator.zh-CN.md': emulatorParts(code, 'zh'),
};

for (const [path, parts] of Object.entries(documents)) {
  const file = new URL(`../${path}`, import.meta.url);
  const document = await readFile(file, 'utf8');
  const wanted = await withParts(document, parts);
  if (wanted === document) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} does not say what the code says: npm run docs:write`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
  }
}
