import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const SERVICES = '{lib,test}/**/*.services.spec.ts';

export default defineConfig({
  resolve: {
    // Tests and the sample import the package by name; run them on the source.
    alias: [
      { find: /^nestjs-aliyun-sms$/, replacement: at('./lib/index.ts') },
      { find: /^nestjs-aliyun-sms\/([\w-]+)$/, replacement: at('./lib/$1/index.ts') },
    ],
  },
  // Vite's own default has no `.cts`.
  oxc: { include: /\.([cm]?ts|[jt]sx)$/ },
  test: {
    // The emulator and the console serve the pages that it builds.
    globalSetup: ['./tools/ensure-ui.mjs'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    pool: 'threads',
    isolate: false,
    // Many specs wait for a socket: two of them share two cores well, where Vitest takes one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A hang fails all the same; a machine that is busy with other things does not.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['./test/support/setup.ts'],
    // Node's own CommonJS interop: `import x from 'cjs'` is module.exports.
    deps: { interopDefault: false },
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      reporter: ['text', 'lcov'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{lib,test,ui}/**/*.spec.ts'],
          exclude: [SERVICES],
          sequence: { groupOrder: 0 },
        },
      },
      // The group runs after the other one: builds and browsers take the machine for themselves.
      {
        extends: true,
        test: { name: 'services', include: [SERVICES], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
