// A process that holds one Vitest. It gets runs from its parent: `{ specs, code }`, runs the specs with that code in
// place of the files', and answers what the first failure was. The files on disk stay as they are. The parent kills
// the process if a mutant hangs.
import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';

const NOTE_ENTERED = fileURLToPath(new URL('./note-entered.mjs', import.meta.url));

const [root, testTimeout, ...exclude] = process.argv.slice(2);
let run;

const mutated = {
  name: 'mutated',
  enforce: 'pre',
  load: (id) => run.code[id.split('?')[0].slice(root.length + 1)],
};

/** Keeps the order in which the specs were given: the likeliest to notice the mutant comes first. */
class AsGiven {
  shard = (specs) => specs;
  sort = (specs) =>
    [...specs].sort(
      (one, other) => run.specs.indexOf(nameOf(one)) - run.specs.indexOf(nameOf(other)),
    );
}

const vitest = await createVitest(
  'test',
  {
    root,
    watch: false,
    // Each test that has ended says that the run does not hang.
    reporters: [{ onTestCaseResult: () => process.send({ isAlive: true }) }],
    silent: true,
    coverage: { enabled: false },
    maxWorkers: 1,
    testTimeout: Number(testTimeout),
    hookTimeout: 2 * Number(testTimeout),
    teardownTimeout: 5_000,
    // What fails by the load of the machine alone passes the second time.
    retry: 1,
    sequence: { sequencer: AsGiven },
    // Results of mutants are no news for the next run of the suite.
    cache: false,
    printConsoleTrace: false,
  },
  { plugins: [mutated], server: { watch: null } },
);
const specifications = (await vitest.globTestSpecifications()).filter(
  (specification) => !exclude.some((part) => nameOf(specification).includes(part)),
);
const { setupFiles } = vitest.projects[0].config;

function nameOf({ moduleId }) {
  return moduleId.slice(root.length + 1);
}

async function runSpecs() {
  const chosen = specifications.filter((specification) =>
    run.specs.includes(nameOf(specification)),
  );
  const { config } = vitest.projects[0];
  config.bail = run.isMutated ? 1 : 0;
  config.setupFiles = run.isMutated ? setupFiles : [...setupFiles, NOTE_ENTERED];
  invalidate();
  vitest.state.filesMap.clear();
  vitest.state.errorsSet.clear();
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
    return {
      failure: firstFailure(testModules, unhandledErrors),
      specs: testModules.map((module) => ({
        name: nameOf(module),
        passed: module.state() === 'passed',
        duration: module.diagnostic().duration + module.diagnostic().collectDuration,
        ...module.meta(),
      })),
    };
  } finally {
    invalidate();
  }
}

function invalidate() {
  for (const file of Object.keys(run.code)) vitest.invalidateFile(`${root}/${file}`);
}

function firstFailure(testModules, unhandledErrors) {
  for (const module of testModules) {
    for (const test of module.children.allTests('failed')) {
      const text = String(test.result().errors?.[0]?.message ?? '');
      return { spec: nameOf(module), test: test.fullName, text, hangs: /timed out in/.test(text) };
    }
    const [error] = module.errors();
    if (error ?? module.state() === 'failed') {
      return { spec: nameOf(module), test: 'loading', text: String(error?.message ?? '') };
    }
  }
  const [error] = unhandledErrors;
  return error && { spec: '-', test: 'unhandled error', text: String(error.message ?? error) };
}

async function answer(order) {
  run = order;
  try {
    process.send({ result: await runSpecs() });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
}

process.on('message', (order) => void answer(order));
process.on('disconnect', () => process.exit());
process.send({ specs: specifications.map(nameOf) });
