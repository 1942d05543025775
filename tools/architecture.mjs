// Writes the drawing and the table of rooms in docs/architecture.md: the rooms of .dependency-cruiser.mjs that
// exist, and what they import in fact. `--check` writes nothing and fails when the page is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { format, resolveConfig } from 'prettier';
import rules, { ARROWS, DESCRIPTIONS } from '../.dependency-cruiser.mjs';

const PAGE = new URL('../docs/architecture.md', import.meta.url);
const START = '<!-- rooms:start, written by npm run docs:architecture -->';
const END = '<!-- rooms:end -->';

const FACE = 'face';
/** Every room may use these: their arrows would hide the others. */
const EVERYWHERE = ['errors', 'errors/catalogue', 'common'];

/** From the roof to the ground. */
const LAYERS = {
  Subpaths: [
    'config',
    'redis',
    'postgres',
    'terminus',
    'console',
    'testing',
    'otp',
    'receipts',
    'queue',
    'cli',
  ],
  'Face and Nest': [FACE, 'module'],
  Instances: ['registry', 'elements'],
  Types: ['aliyun', 'aliyun/bulk', 'pnvs', 'globe', 'failover', 'templates'],
  'The send': ['sms', 'telemetry', 'guard', 'limits', 'idempotency'],
  'The call': ['client', 'client/signing', 'client/pool', 'client/dysms'],
  Ground: ['schema', ...EVERYWHERE],
  'A local Aliyun, and pages': ['emulator', 'ui'],
};

/** Room of each file: the one with the longest name wins, since a room may stand in another one. */
const longestFirst = Object.keys(ARROWS).sort((a, b) => b.length - a.length);

function roomOf(path) {
  return path === 'lib/index.ts'
    ? FACE
    : longestFirst.find((room) => path.startsWith(`lib/${room}/`));
}

/** By room: the rooms that it imports, each with whether values are imported and not types alone. */
async function readImports() {
  const { output } = await cruise(['lib'], rules.options, null, {
    tsConfig: extractTSConfig('tsconfig.json'),
  });
  const imports = new Map();
  for (const { source, dependencies } of output.modules) {
    const room = roomOf(source);
    if (!room) continue;
    const own = imports.get(room) ?? new Map();
    imports.set(room, own);
    for (const { resolved, dependencyTypes } of dependencies) {
      const other = roomOf(resolved);
      if (!other || other === room) continue;
      own.set(other, (own.get(other) ?? false) || !dependencyTypes.includes('type-only'));
    }
  }
  return imports;
}

/** What the lists of rooms lack, or have too much. */
function issuesOf(imports) {
  const layered = Object.values(LAYERS).flat();
  return [
    ...Object.keys(ARROWS)
      .filter((room) => !layered.includes(room))
      .map((room) => `${room} has no layer: give it one in tools/architecture.mjs`),
    ...[...imports.keys()]
      .filter((room) => room !== FACE && !DESCRIPTIONS[room])
      .map((room) => `${room} has no description: give it one in .dependency-cruiser.mjs`),
    ...Object.keys(DESCRIPTIONS)
      .filter((room) => !imports.has(room))
      .map((room) => `${room} has a description and no file: delete it in .dependency-cruiser.mjs`),
  ];
}

const idOf = (room) => room.replaceAll('/', '_');
const titleOf = (room) => (room === FACE ? 'lib/index.ts' : room);

function drawing(imports) {
  const lines = ['```mermaid', 'flowchart TB'];
  for (const [layer, rooms] of Object.entries(LAYERS)) {
    const there = rooms.filter((room) => imports.has(room));
    if (there.length === 0) continue;
    lines.push(`  subgraph ${layer.replaceAll(/\W/g, '')}["${layer}"]`);
    lines.push(...there.map((room) => `    ${idOf(room)}["${titleOf(room)}"]`), '  end');
  }
  for (const room of Object.values(LAYERS).flat()) {
    for (const [other, hasValues] of sorted(imports.get(room))) {
      const isDrawn = !EVERYWHERE.includes(other) && (room !== FACE || other === 'module');
      if (isDrawn) lines.push(`  ${idOf(room)} ${hasValues ? '-->' : '-.->'} ${idOf(other)}`);
    }
  }
  return [...lines, '```'].join('\n');
}

function table(imports) {
  const rows = Object.values(LAYERS)
    .flat()
    .filter((room) => room !== FACE && imports.has(room))
    .map((room) => {
      const others = sorted(imports.get(room))
        .filter(([other]) => !EVERYWHERE.includes(other))
        .map(([other, hasValues]) => `${titleOf(other)}${hasValues ? '' : ' (types)'}`);
      return `| \`${room}\` | ${DESCRIPTIONS[room]} | ${others.join(', ') || '–'} |`;
    });
  return ['| Room | What it holds | What it imports |', '| --- | --- | --- |', ...rows].join('\n');
}

function sorted(imports = new Map()) {
  return [...imports].sort(([a], [b]) => a.localeCompare(b));
}

const imports = await readImports();
const issues = issuesOf(imports);
if (issues.length > 0) {
  console.error(issues.join('\n'));
  process.exit(1);
}
const page = await readFile(PAGE, 'utf8');
const [start, end] = [page.indexOf(START), page.indexOf(END)];
if (start < 0 || end < start) throw new Error(`docs/architecture.md lacks ${START} or ${END}`);
const written = await format(
  `${page.slice(0, start)}${START}\n\n${drawing(imports)}\n\n${table(imports)}\n\n${page.slice(end)}`,
  { ...(await resolveConfig(PAGE)), parser: 'markdown' },
);

if (!process.argv.includes('--check')) {
  await writeFile(PAGE, written);
} else if (written !== page) {
  console.error(
    'docs/architecture.md does not show the rooms as they are: npm run docs:architecture',
  );
  process.exitCode = 1;
}
