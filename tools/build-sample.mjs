// Builds what the sample needs: the library as ES modules, and the sample.
import { clean, compile } from './build.mjs';

export async function buildSample() {
  console.log('Building the library and the sample ...');
  await Promise.all([clean('dist/esm'), clean('build')]);
  await compile('tsconfig.esm.json');
  await compile('sample/tsconfig.json');
  process.setSourceMapsEnabled(true);
}
