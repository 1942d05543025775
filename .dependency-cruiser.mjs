// The arrows of the house: which room may import which. `npm run arrows` fails on any other import, on a
// room that is not listed here, and on every circle, of files and of folders.
// Drawn in docs/architecture.md, which `npm run docs:architecture` makes from this list and the code.

/** Rooms of lib/, and what each may import beside itself, `errors` and `common`. */
export const ARROWS = {
  common: [],
  errors: [],
  'errors/catalogue': [],

  'client/signing': [],
  'client/pool': [],
  'client/dysms': [],
  client: ['client/signing', 'client/pool', 'client/dysms', 'schema'],

  schema: [],
  guard: [],
  limits: [],
  idempotency: [],
  sms: ['schema', 'guard', 'limits', 'idempotency', 'client'],
  telemetry: ['sms', 'client'],

  aliyun: ['aliyun/bulk', 'sms', 'client', 'client/dysms', 'schema', 'limits'],
  'aliyun/bulk': ['sms'],
  pnvs: ['sms', 'client', 'schema', 'limits'],
  globe: ['sms', 'client', 'schema', 'limits'],
  failover: ['sms', 'schema'],
  templates: ['sms', 'client', 'schema'],

  registry: [
    'sms',
    'telemetry',
    'client',
    'client/pool',
    'guard',
    'limits',
    'idempotency',
    'schema',
  ],
  elements: ['registry', 'schema'],
  module: ['elements', 'registry', 'aliyun', 'pnvs', 'globe', 'failover'],

  // Subpaths stand over the face, lib/index.ts.
  config: ['face'],
  redis: ['face'],
  postgres: ['face'],
  terminus: ['face'],
  console: ['face', 'ui', 'wire'],
  testing: ['face', 'emulator'],
  otp: ['face'],
  receipts: ['face', 'client', 'client/signing', 'client/pool'],
  queue: ['face', 'aliyun/bulk', 'redis'],

  ui: [],
  emulator: ['client/signing', 'ui'],
  cli: ['face', 'emulator', 'templates'],
};

/** What each room holds, in one sentence, for docs/architecture.md: `npm run docs:architecture`. */
export const DESCRIPTIONS = {
  common:
    'What every room may use: tokens, phone numbers, China time, time-outs, packages that are loaded late.',
  errors:
    'The exceptions 46001, 46002 and 46003, the errors of the set-up, the filter, and what keeps numbers and secrets out of texts.',
  'errors/catalogue':
    "Aliyun's codes: cause, HTTP status, whether a repeat makes sense, and the remedy.",

  'client/signing': "Aliyun's two signatures, and the encoding that they sign.",
  'client/pool': 'Connections, the queue of waiting calls, and their deadlines.',
  'client/dysms': "Aliyun's SMS API as types: its operations, their requests and their responses.",
  client:
    'How a call reaches any product of Aliyun: configuration, credentials, transport, repeats, and what a response proves.',

  schema: 'A configuration class described: form fields, rules, validation, masking.',
  limits: 'Flow control before the network: windows, the contract of a store, the store in memory.',
  sms: 'The contract of an instance, the rules of a message, the pipeline of every send, hooks, the log.',
  telemetry: 'Spans and metrics of OpenTelemetry.',

  aliyun: 'The type `SMS.Aliyun`: its options, `SendSms`, `findMessage`, `ping`.',
  'aliyun/bulk':
    'Many messages in few calls: batches, `SendBatchSms`, the split of a refused batch.',
  failover: 'The type `SMS.Failover`: which instance is asked, and when the next one may be.',

  registry:
    'The instances of one application: types, store, handles, tenants, and the runtime that composes pools, limits and hooks.',
  elements: 'Instances as folders, `SMS/<name>/{e.json, sms.json}`: read, write, watch.',
  module: 'The wiring of Nest and nothing else: `forRoot`, `forFeature`, providers, the decorator.',

  config: 'Settings from the environment, for `@nestjs/config`.',
  redis: 'The store of the limits in Redis, one script for each operation.',
  terminus: 'A health indicator that sends nothing.',
  console: 'A page on which a person creates, edits and tries instances, and its API.',

  ui: 'Serves the pages, which stand in ui/ and are built into one file of data.',
  emulator: 'A local Aliyun with an inbox. It knows nothing of Nest.',
};

const EVERYWHERE = ['errors', 'errors/catalogue', 'common'];
const FACE = 'lib/index\\.ts$';
/** Types only, of what pages are sent. */
const WIRE = '\\.wire\\.ts$';
/** Rules that server and page share: pure functions in files that import nothing. */
const PURE = '^lib/common/message-parts\\.ts$';
const nested = Object.keys(ARROWS).filter((room) => room.includes('/'));

/** The files of a room, without those of a room inside it. */
function filesOf(room) {
  const inner = nested
    .filter((each) => each.startsWith(`${room}/`))
    .map((each) => each.slice(room.length + 1));
  return inner.length > 0 ? `^lib/${room}/(?!(?:${inner.join('|')})/)` : `^lib/${room}/`;
}

const arrows = Object.entries(ARROWS).map(([room, allowed]) => ({
  name: `${room.replaceAll('/', '-')}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: filesOf(room) },
  to: {
    path: '^lib/',
    pathNot: [
      filesOf(room),
      ...[
        ...allowed,
        ...EVERYWHERE.filter(
          (each) => room !== 'common' && !(room.startsWith('errors/') && each === 'errors'),
        ),
      ].map((each) => (each === 'face' ? FACE : each === 'wire' ? WIRE : filesOf(each))),
    ],
  },
}));

export default {
  forbidden: [
    ...arrows,
    {
      name: 'every-room-is-listed',
      comment: 'A folder of lib/ that ARROWS does not name: give it a place in the house first.',
      severity: 'error',
      from: { path: '^lib/[^/]+/', pathNot: Object.keys(ARROWS).map(filesOf) },
      to: {},
    },
    {
      name: 'every-file-is-part-of-a-room',
      comment: 'A file that imports nothing and that nobody imports.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'only-the-face-stands-at-the-top',
      severity: 'error',
      from: { path: '^lib/[^/]+\\.ts$', pathNot: FACE },
      to: {},
    },
    {
      name: 'nobody-imports-the-inside-of-a-subpath',
      severity: 'error',
      from: { path: FACE },
      to: {
        path: '^lib/(config|redis|postgres|terminus|console|testing|otp|receipts|queue|emulator|cli|ui)/',
      },
    },
    {
      name: 'stores-import-types-of-the-face-only',
      comment:
        'A store needs its contract only. Importing the face itself loads Nest and the client.',
      severity: 'error',
      from: { path: '^lib/(redis|postgres)/' },
      to: { path: FACE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-pool-opens-connections',
      comment: 'One place decides how many there are, and says whether a request was written.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(client/pool|emulator|common)/' },
      to: { path: '^(node:)?(net|tls|http|https|http2)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-pages-import-wire-types-only',
      comment:
        'The browser has no Node: types of `*.wire.ts` and a few pure rules are all that it shares with lib/.',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^(lib|test|sample)/', pathNot: [WIRE, PURE] },
    },
    {
      name: 'the-pages-import-no-values-of-lib',
      severity: 'error',
      from: { path: '^ui/' },
      to: { path: '^lib/', pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'wire-files-import-wire-files-only',
      severity: 'error',
      from: { path: [WIRE, PURE] },
      to: { pathNot: WIRE },
    },
    {
      name: 'what-pages-share-knows-no-page',
      severity: 'error',
      from: { path: '^ui/shared/' },
      to: { path: '^ui/(?!shared/)' },
    },
    {
      name: 'one-page-knows-nothing-of-the-other',
      severity: 'error',
      from: { path: '^ui/([^/]+)/' },
      to: { path: '^ui/[^/]+/', pathNot: '^ui/($1|shared)/' },
    },
    {
      name: 'no-circle-of-files',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'what-is-imported-is-declared',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'],
        // What users bring is installed here for the tests as well.
        dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'],
        // The build makes it a part of the package.
        pathNot: '^node_modules/jsonc-parser/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // ui/bundle.cjs is the output of the pages' build: what it imports is nothing of the source.
    exclude: { path: '\\.spec\\.ts$|^ui/bundle\\.' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
