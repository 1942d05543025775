// Changes the code in small ways, one at a time, and runs the specs that import it: a change that no spec notices
// shows a spec that is missing. Options: --count 300, --seed 1, --file <part of a path>, --only <part of a key>,
// --explained (runs the explained ones too). Nothing on disk is changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applyTo, mutantsOf } from './mutate/operators.mjs';
import { noted, regionFinder } from './mutate/regions.mjs';
import { SpecRunner } from './mutate/spec-runner.mjs';
import { specsByFile } from './mutate/specs.mjs';
import { typeCheck } from './mutate/types.mjs';

/** What is mutated. */
const ROOMS = ['lib/client', 'lib/sms', 'lib/limits', 'lib/failover'];

/** Specs that need a browser, a server, the sample built or much time, and say little of the rooms for it. */
const NOT_MET = [
  '.browser.spec.ts',
  'test/redis/',
  'test/sample.spec.ts',
  'test/trust/twenty-thousand.spec.ts',
];

/** Of the drawn mutants, so many have to be noticed. */
const SHARE = 0.9;

/** Milliseconds after which a test counts as hanging; a busy machine needs many. */
const TEST_TIMEOUT = 15_000;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    only: { type: 'string', multiple: true, default: [''] },
    explained: { type: 'boolean', default: false },
  },
});
const count = Number(options.count);
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const explained = JSON.parse(
  readFileSync(new URL('./mutate/explained.json', import.meta.url), 'utf8'),
);
const started = performance.now();
const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
const say = (text) => console.log(text);

const sources = new Map(
  execFileSync('git', ['ls-files', ...ROOMS], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(file))
    .map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]),
);
const known = [...sources].flatMap(([file, source]) => mutantsOf(file, source));
const stale = Object.keys(explained).filter((key) => !known.some((mutant) => mutant.key === key));
const candidates = known.filter(
  ({ file, key }) => file.includes(options.file) && options.only.some((part) => key.includes(part)),
);

// Other work on the machine comes first.
setPriority(5);
const runner = new SpecRunner(root, { testTimeout: TEST_TIMEOUT, exclude: NOT_MET });
process.on('exit', () => void runner.stop());
await runner.start();
const importersOf = specsByFile(root, runner.specs);
const { durations, isReached } = await measure();
const notices = new Map();
const results = [];
const mutants = drawn();
let { value: mutant } = mutants.next();
while (mutant) {
  const meeting = meet(mutant);
  // The next one is compiled while the specs run in their process.
  mutant = mutants.next().value;
  results.push(await meeting);
  show(results.at(-1), results.length);
}
await runner.stop();
summarize();

/** As many mutants as are asked for, of those that compile. */
function* drawn() {
  const types = typeCheck(root);
  let left = count;
  for (const mutant of inDrawnOrder()) {
    if (left === 0) return;
    const code = applyTo(sources.get(mutant.file), mutant);
    if (!types.compiles(mutant.file, code)) continue;
    left--;
    yield { ...mutant, code };
  }
}

/** By a hash of seed and key, so that a change of one file draws no other mutants of the others. */
function inDrawnOrder() {
  const lot = ({ key }) => createHash('sha1').update(`${options.seed} ${key}`).digest('hex');
  return candidates
    .map((mutant) => ({ mutant, lot: lot(mutant) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ mutant }) => mutant);
}

/** Runs the specs without a mutant: those that pass tell how long they take and where they come by. */
async function measure() {
  const needed = new Set(
    candidates.flatMap(({ file }) => importersOf(file).map(({ spec }) => spec)),
  );
  const code = Object.fromEntries(
    [...sources].map(([file, source]) => [file, noted(file, source)]),
  );
  const run = await runner.run({ specs: [...needed], code, isMutated: false });
  const specs = run.specs.filter(({ passed }) => passed);
  say(`${specs.length} specs pass without a mutant (${seconds()})`);
  for (const { name } of run.specs.filter(({ passed }) => !passed)) {
    say(`${name} fails without a mutant, or is skipped: it is left out`);
  }
  const whenLoaded = new Set(specs.flatMap((spec) => spec.whenLoaded ?? []));
  const entered = new Map(specs.map((spec) => [spec.name, new Set(spec.entered)]));
  return {
    durations: new Map(specs.map(({ name, duration }) => [name, duration])),
    isReached: (mutant, spec) => {
      const region = regionFinder(mutant.file, sources.get(mutant.file))(mutant);
      return (
        entered.has(spec) && (!region || whenLoaded.has(region) || entered.get(spec).has(region))
      );
    },
  };
}

async function meet(mutant) {
  const reason = explained[mutant.key];
  if (reason && !options.explained) return { mutant, end: 'explained', reason };
  const { file, code } = mutant;
  const specs = inOrder(mutant);
  if (specs.length === 0) return { mutant, end: 'survived', reason: 'no spec comes by' };
  const { failure } = await runner.run({ specs, code: { [file]: code }, isMutated: true });
  if (!failure) return reason ? { mutant, end: 'explained', reason } : { mutant, end: 'survived' };
  const key = `${file} ${failure.spec}`;
  notices.set(key, (notices.get(key) ?? 0) + 1);
  return { mutant, end: failure.hangs ? 'hung' : 'noticed', failure };
}

/** Near and quick specs first, and before them those that have noticed mutants of the file. */
function inOrder(mutant) {
  const { file } = mutant;
  const cost = ({ spec, distance }) =>
    ((durations.get(spec) + 100) * (distance + 1)) / (1 + (notices.get(`${file} ${spec}`) ?? 0));
  return importersOf(file)
    .filter(({ spec }) => isReached(mutant, spec))
    .sort((one, other) => cost(one) - cost(other))
    .map(({ spec }) => spec);
}

function show({ mutant, end, failure, reason }, number) {
  const by = failure ? ` by ${failure.spec}: ${failure.test}` : reason ? `: ${reason}` : '';
  say(
    `${number} ${end}${by}\n    ${mutant.file}:${mutant.line} ${mutant.operator}: ${mutant.from} → ${mutant.to}`,
  );
}

function summarize() {
  const of = (end) => results.filter((result) => result.end === end);
  for (const { mutant, reason } of of('explained')) say(`explained ${mutant.key}\n    ${reason}`);
  for (const { mutant } of of('survived')) {
    say(`survived ${mutant.file}:${mutant.line} ${mutant.operator}\n    ${mutant.key}`);
  }
  for (const key of stale) say(`explained.json names what is not there any more: ${key}`);
  const noticed = of('noticed').length + of('hung').length;
  const share = noticed / results.length;
  say(
    `${noticed} of ${results.length} noticed (${(100 * share).toFixed(1)} %), ${of('hung').length} of them by a hang; ` +
      `${of('explained').length} explained, ${of('survived').length} survived; seed ${options.seed}, ${seconds()}`,
  );
  process.exitCode = share >= SHARE && stale.length === 0 ? 0 : 1;
}
