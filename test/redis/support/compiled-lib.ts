import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const LIB = fileURLToPath(new URL('../../../lib/', import.meta.url));

export interface CompiledLib {
  /** URL of a module of `lib/`, such as `redis/index.js`. */
  url: (path: string) => string;
  remove: () => Promise<void>;
}

/** Plain JavaScript of some folders of `lib/`, which a process of its own can load without a build. */
export async function compileLib(...folders: string[]): Promise<CompiledLib> {
  const target = await mkdtemp(join(tmpdir(), 'aliyun-sms-'));
  await writeFile(join(target, 'package.json'), '{"type":"module"}');
  for (const folder of folders) await compileFolder(folder, target);
  return {
    url: (path) => pathToFileURL(join(target, path)).href,
    remove: () => rm(target, { recursive: true }),
  };
}

async function compileFolder(folder: string, target: string): Promise<void> {
  const sources = (await readdir(join(LIB, folder))).filter((name) =>
    /(?<!\.spec)\.c?ts$/.test(name),
  );
  for (const name of sources) {
    const module = name.endsWith('.cts') ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
    const { outputText } = ts.transpileModule(await readFile(join(LIB, folder, name), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module },
    });
    const file = join(target, folder, name.replace(/ts$/, 'js'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, outputText);
  }
}
