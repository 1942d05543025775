/**
 * `npm run bench -- [--quick | --smoke] [--server http://127.0.0.1:port] [--dist dir] [--against dir]`
 *
 * Our package beside Aliyun's SDKs and beside a bare POST, in one run against one loopback server.
 * No harness such as mitata or tinybench: they time functions, while what is asked here is the CPU
 * of a whole process, with its garbage collection, and the cold start of fresh ones.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chart } from './chart.mjs';
import { coldStart } from './cold-start.mjs';
import { curves } from './curves.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { startServer, stopAll } from './processes.mjs';
import { print } from './report.mjs';
import { stamp } from './stamp.mjs';
import { compare } from './throughput.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    smoke: { type: 'boolean' },
    /** What runs: `compare`, `cold-start`, `curves`; all where none is named. */
    only: { type: 'string' },
    /** Names of contenders, where not all of them are wanted. */
    contenders: { type: 'string' },
    server: { type: 'string' },
    dist: { type: 'string' },
    /** A build to run beside ours. */
    against: { type: 'string' },
    rounds: { type: 'string' },
    /** Writes the results where the README shows them. */
    publish: { type: 'boolean' },
  },
});

const EFFORTS = {
  full: { rounds: 31, roundMilliseconds: 400, warmUpCalls: 12_000, coldStarts: 15, curves: 1 },
  quick: { rounds: 7, roundMilliseconds: 120, warmUpCalls: 5_000, coldStarts: 5, curves: 0.2 },
  smoke: { rounds: 1, roundMilliseconds: 10, warmUpCalls: 64, coldStarts: 1, curves: 0.01 },
};
const kind = options.smoke ? 'smoke' : options.quick ? 'quick' : 'full';
const effort = EFFORTS[kind];
const wants = (part) => !options.only || options.only.split(',').includes(part);

const NAMES = [
  'floor',
  'sdk',
  'popCore',
  'client',
  'sendMessage',
  'sendMessageTelemetry',
  'sendMessageLogging',
];

if (!options.dist) ensureBuild();
const root = fileURLToPath(new URL('..', import.meta.url));
try {
  const server = await startServer(options.server);
  const target = {
    origin: server.origin,
    dist: resolve(options.dist ?? `${root}/dist`),
    ...(options.against && { against: resolve(options.against) }),
  };
  const chosen = options.contenders?.split(',') ?? NAMES;
  const names = options.against ? [...chosen, 'before'] : chosen;
  const rounds = Number(options.rounds ?? effort.rounds);
  const results = {
    stamp: stamp(kind, rounds),
    contenders: wants('compare') ? await compare(target, { ...effort, names, rounds }) : undefined,
    coldStart: wants('cold-start') ? await coldStart(target, effort.coldStarts) : undefined,
    curves: wants('curves') ? await curves(server, target, { effort: effort.curves }) : undefined,
  };
  print(results);
  await save(results);
} finally {
  stopAll();
}

async function save(results) {
  const directory = fileURLToPath(new URL('results', import.meta.url));
  await mkdir(directory, { recursive: true });
  const names = [results.stamp.at.replaceAll(':', '-'), ...(options.publish ? ['latest'] : [])];
  for (const name of names) {
    await writeFile(`${directory}/${name}.json`, `${JSON.stringify(results, null, 2)}\n`);
    if (results.contenders) await writeFile(`${directory}/${name}.svg`, chart(results));
  }
  console.log(`\nwritten: bench/results/${names.at(-1)}.json`);
}
