// Builds what the sample needs: the library as ES modules, and the sample.
import { buildLibrary, clean, compile } from './build.mjs';

export async function buildSample() {
  console.log('Building the library and the sample ...');
  await clean('build/sample');
  await buildLibrary(['esm']);
  await compile('sample/tsconfig.json');
  process.setSourceMapsEnabled(true);
}
