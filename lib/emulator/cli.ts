#!/usr/bin/env node
import { runCli } from './cli/run-cli.js';

const started = runCli(process.argv.slice(2), {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
});
void started.then(({ exitCode }) => (process.exitCode = exitCode));

let stopping: Promise<void> | undefined;
// A terminal and npx each send the signal on Ctrl-C. Without `exit` Node takes the listeners away before the process is
// gone, and the second signal kills it.
const stop = () => {
  stopping ??= started.then(({ emulator }) => emulator?.close()).then(() => process.exit());
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
