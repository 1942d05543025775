import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { schemaError, type JsonSchema } from '../control/json-schema.js';
import { listOf, objectOf, ref, TEXT } from '../control/rest-route.js';
import { SCHEMAS } from '../control/rest.schemas.js';
import type { AliyunSmsEmulatorOptions } from '../emulator.options.js';

/** Leaves 3000 to a Nest application. */
const DEFAULT_PORT = 3001;
/** With an address for receipts, every message gets one. */
const RECEIPT_AFTER_MS = 1_000;

/** The fields of the file for `--seed`; each may be left out. */
const SEED_SCHEMA: JsonSchema = objectOf(
  {
    accounts: listOf(
      objectOf({ accessKey: TEXT, accessSecret: TEXT, securityToken: TEXT, expiresAt: TEXT }, [
        'accessKey',
        'accessSecret',
      ]),
    ),
    signs: listOf({ anyOf: [TEXT, ref('SignInput')] }),
    templates: listOf(ref('TemplateInput')),
    faults: listOf(ref('FaultRule')),
    strict: { type: 'boolean' },
    flowControl: { type: 'boolean' },
  },
  [],
);

export function parseCli(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      seed: { type: 'string' },
      strict: { type: 'boolean' },
      'flow-control': { type: 'boolean' },
      'max-messages': { type: 'string' },
      'receipts-url': { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

export async function optionsFrom(
  flags: ReturnType<typeof parseCli>,
): Promise<AliyunSmsEmulatorOptions> {
  const receiptsUrl = flags['receipts-url'];
  return {
    ...(flags.seed !== undefined && (await readSeed(flags.seed))),
    port: wholeNumber('--port', flags.port, 65_535) ?? DEFAULT_PORT,
    host: flags.host,
    ...(flags.strict && { strict: true }),
    ...(flags['flow-control'] && { flowControl: true }),
    maxMessages: wholeNumber('--max-messages', flags['max-messages'], 1_000_000),
    ...(receiptsUrl !== undefined && { receiptsUrl, autoReceiptAfter: RECEIPT_AFTER_MS }),
  };
}

function wholeNumber(flag: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) <= max) return Number(text);
  throw new RangeError(`${flag} must be a whole number of at most ${max}`);
}

async function readSeed(path: string): Promise<AliyunSmsEmulatorOptions> {
  let seed: unknown;
  try {
    seed = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`--seed ${path}: ${(error as Error).message}`, { cause: error });
  }
  const wrong = schemaError(seed, SEED_SCHEMA, SCHEMAS, 'seed');
  if (wrong) throw new TypeError(`--seed ${path}: ${wrong}`);
  return seed as AliyunSmsEmulatorOptions;
}
