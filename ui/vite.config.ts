import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where the sample listens: `npm start`. */
const APP = `http://127.0.0.1:${process.env['PORT'] || 3000}`;
const EMULATOR = `http://127.0.0.1:${process.env['EMULATOR_PORT'] || 3001}`;

/** `npm run dev:ui` serves the pages from their source; tools/build-ui.mjs builds them one by one. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The server puts the path of the page in front.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // Each page has one script and one sheet, so that it is there after two requests.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    open: '/inbox.html',
    proxy: { '/_emulator': EMULATOR, '/console/api': APP },
  },
});
