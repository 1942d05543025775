// `npm start`: builds what the sample needs and runs it in this process, so that Ctrl-C reaches it.
import { clean, compile } from './build.mjs';

console.log('Building the library and the sample ...');
await Promise.all([clean('dist/esm'), clean('build')]);
await compile('tsconfig.esm.json');
await compile('sample/tsconfig.json');
process.setSourceMapsEnabled(true);

// A signal to npm ends the shell in between and would leave this process behind.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

await import('../build/sample/main.js');
