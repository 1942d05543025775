// Packs the package and proves the tarball: its manifest with publint and attw, and its content by
// sending an SMS from applications of every supported Nest, as ES modules and as CommonJS.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { appSource, typedSource } from './check-package-app.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const shell = process.platform === 'win32';

/** Each file is read on its own at the start of an application. */
const MAX_FILES = 600;

const NPM_INSTALL = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
const PNPM = '10.34.9';

const APPS = [
  { name: 'Nest 12, ES modules', type: 'module', nest: '12', config: '12', terminus: '12' },
  { name: 'Nest 12, CommonJS', type: 'commonjs', nest: '12', config: '12', terminus: '12' },
  { name: 'Nest 11, CommonJS', type: 'commonjs', nest: '11', config: '4', terminus: '11' },
  // Under pnpm an application sees no package but those that it names.
  {
    name: 'Nest 11, ES modules, pnpm',
    type: 'module',
    nest: '11',
    config: '4',
    terminus: '11',
    install: ['exec', '--yes', '--', `pnpm@${PNPM}`, 'install', '--ignore-scripts'],
  },
  { name: 'Nest 10, CommonJS', type: 'commonjs', nest: '10', config: '3' },
];

async function step(name, work) {
  const startedAt = Date.now();
  try {
    await work();
    console.log(`ok   ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.log(`FAIL ${name}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`);
    process.exitCode = 1;
  }
}

const npm = (args, cwd) => run('npm', args, { cwd, shell });
const bin = (name, args) => run('npx', ['--no-install', name, ...args], { cwd: root, shell });

const scratch = await mkdtemp(join(tmpdir(), 'nestjs-aliyun-sms-'));
try {
  const { stdout } = await npm(['pack', '--json', '--pack-destination', scratch], root);
  const [{ filename, size, files }] = Object.values(
    JSON.parse(stdout.slice(stdout.search(/^[[{]/m))),
  );
  const tarball = join(scratch, filename);
  console.log(`${filename}: ${files.length} files, ${(size / 1024).toFixed(0)} KiB`);

  await step('publint', () => bin('publint', ['--strict', tarball]));
  await step('attw', () => bin('attw', [tarball]));
  await step('no test and no source map is packed', () => {
    const stray = files.filter(({ path }) => /\.spec\.|\.map$|^test|^sample/.test(path));
    if (stray.length) throw new Error(stray.map(({ path }) => path).join(', '));
  });
  await step(`at most ${MAX_FILES} files are packed`, () => {
    if (files.length > MAX_FILES) throw new Error(`there are ${files.length}`);
  });

  for (const [i, { name, type, nest, config, terminus, install = NPM_INSTALL }] of APPS.entries()) {
    const directory = join(scratch, `app-${i}`);
    await step(name, async () => {
      await mkdir(directory);
      const write = (file, text) => writeFile(join(directory, file), text);
      const dependencies = {
        'nestjs-aliyun-sms': `file:${tarball}`,
        '@nestjs/common': nest,
        '@nestjs/core': nest,
        '@nestjs/config': config,
        '@nestjs/platform-express': nest,
        'class-transformer': '0.5.1',
        'class-validator': nest === '10' ? '0.14' : '0.15',
        ...(terminus && { '@nestjs/terminus': terminus }),
        '@types/node': '20',
        'reflect-metadata': '0.2',
        rxjs: '7',
      };
      await write('package.json', JSON.stringify({ private: true, type, dependencies }));
      await write('app.js', appSource(type, { terminus }));
      await write('typed.ts', typedSource);
      await write(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            strict: true,
            exactOptionalPropertyTypes: true,
            verbatimModuleSyntax: type === 'module',
            lib: ['es2022'],
            declaration: true,
            emitDeclarationOnly: true,
            outDir: 'out',
            skipLibCheck: false,
            experimentalDecorators: true,
            types: ['node'],
          },
          files: ['typed.ts'],
        }),
      );
      await npm(install, directory);
      const app = await run(process.execPath, ['app.js'], { cwd: directory });
      if (!app.stdout.includes('arrived: 13800138000')) throw new Error(app.stdout + app.stderr);
      if (/warning/i.test(app.stderr)) throw new Error(app.stderr);
      const help = await npm(['exec', '--no', '--', 'aliyun-sms-emulator', '--help'], directory);
      if (!help.stdout.includes('--strict')) throw new Error('the command prints no help');
      await bin('tsc', ['-p', directory]);
    });
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
