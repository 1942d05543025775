// Which specs import a file, and how far they are from it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

const PACKAGE = 'nestjs-aliyun-sms';

/** Returns a function that gives, for a file, the specs that reach it, each with its distance. */
export function specsByFile(root, specs) {
  const imports = new Map();
  const importsOf = (file) => {
    if (!imports.has(file)) imports.set(file, readImports(root, file));
    return imports.get(file);
  };
  const distances = new Map(specs.map((spec) => [spec, distancesFrom(spec, importsOf)]));
  return (file) =>
    specs
      .filter((spec) => distances.get(spec).has(file))
      .map((spec) => ({ spec, distance: distances.get(spec).get(file) }));
}

function distancesFrom(spec, importsOf) {
  const distances = new Map([[spec, 0]]);
  for (const [file, distance] of distances) {
    for (const next of importsOf(file)) {
      if (!distances.has(next)) distances.set(next, distance + 1);
    }
  }
  return distances;
}

/** What is imported when the code runs: types are gone by then. */
function readImports(root, file) {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: true,
    },
  });
  return ts
    .preProcessFile(outputText, true, true)
    .importedFiles.flatMap(({ fileName }) => pathOf(root, file, fileName) ?? []);
}

function pathOf(root, importer, name) {
  const isOurs = name === PACKAGE || name.startsWith(`${PACKAGE}/`);
  const base = isOurs
    ? resolve(root, `lib${name.slice(PACKAGE.length)}/index.ts`)
    : name.startsWith('.')
      ? resolve(root, dirname(importer), name)
      : undefined;
  const path = [base?.replace(/\.([cm]?)js$/, '.$1ts'), base].find(
    (path) => path && existsSync(path),
  );
  return path && /\.[cm]?[tj]s$/.test(path) ? relative(root, path) : undefined;
}
