/** Time and memory until a process could send, over what it would cost with nothing to send by. */
import { median } from './measure.mjs';
import { startUp } from './processes.mjs';

const KINDS = ['node', 'sdk', 'nest', 'module'];
const FIGURES = ['wall', 'cpu', 'rss', 'heap'];

export async function startUpCost(target, rounds) {
  const runs = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) runs[kind].push(await startUp({ ...target, kind }));
  }
  const ready = (kind, figure) => median(runs[kind].map((run) => run.ready[figure]));
  const added = (kind, base) =>
    Object.fromEntries(FIGURES.map((f) => [f, ready(kind, f) - ready(base, f)]));
  const sdk = added('sdk', 'node');
  const module = added('module', 'nest');
  return {
    rounds,
    sdk,
    module,
    ratio: Object.fromEntries(FIGURES.map((figure) => [figure, module[figure] / sdk[figure]])),
    firstSend: {
      sdk: median(runs.sdk.map((run) => run.firstSend)),
      module: median(runs.module.map((run) => run.firstSend)),
    },
  };
}
