// `npm start`: builds the sample and runs it in this process, so that Ctrl-C reaches it.
import { buildSample } from './build-sample.mjs';

await buildSample();

// A signal to npm ends the shell in between and would leave this process behind.
const shell = process.ppid;
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

await import('../build/sample/main.js');
