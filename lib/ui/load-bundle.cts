// This file is CommonJS in both builds: `require` loads the pages when the first of them is asked for, and a
// bundler keeps it in one file where `import()` makes a second one. The name is a literal so that bundlers find it.

/** The pages that Vite has built, by path. */
export function loadBundle(): typeof import('../../ui/bundle.cjs') {
  return require('../../ui/bundle.cjs');
}
