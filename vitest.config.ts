import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
    include: ['lib/**/*.spec.ts', 'test/**/*.spec.ts', 'ui/**/*.spec.ts'],
    // The emulator and the console serve the pages that it builds.
    globalSetup: ['./tools/ensure-ui.mjs'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    pool: 'threads',
    isolate: false,
    // A hang fails all the same; a machine that is busy with other things does not.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['./test/support/setup.ts'],
    // Node's own CommonJS interop: `import x from 'cjs'` is module.exports.
    deps: { interopDefault: false },
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      reporter: ['text', 'lcov'],
    },
  },
});
