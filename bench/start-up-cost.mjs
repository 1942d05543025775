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
  // Within a round, since the machine may be a slower one in the next.
  const added = (kind, base) =>
    Object.fromEntries(
      FIGURES.map((figure) => [
        figure,
        median(runs[kind].map(({ ready }, i) => ready[figure] - runs[base][i].ready[figure])),
      ]),
    );
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
