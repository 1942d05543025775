/**
 * What a first message costs over Nest alone: from the start of `node` to the accepted message, a process
 * for each.
 */
import { median } from './measure.mjs';
import { coldStartProcess } from './processes.mjs';

const KINDS = ['nest', 'sdk', 'module'];
const FIGURES = ['wall', 'cpu', 'rss', 'heap'];

export async function coldStart(target, rounds) {
  const runs = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) runs[kind].push(await coldStartProcess({ ...target, kind }));
  }
  // Within a round, since the machine may be a slower one in the next.
  const added = (kind) =>
    Object.fromEntries(
      FIGURES.map((figure) => [
        figure,
        median(runs[kind].map((run, i) => run[figure] - runs.nest[i][figure])),
      ]),
    );
  const sdk = added('sdk');
  const module = added('module');
  return {
    rounds,
    sdk,
    module,
    ratio: Object.fromEntries(FIGURES.map((figure) => [figure, module[figure] / sdk[figure]])),
  };
}
