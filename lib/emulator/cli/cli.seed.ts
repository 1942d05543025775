import type { JsonSchema } from '../control/json-schema.js';
import { listOf, objectOf, ref, TEXT } from '../control/rest-route.js';

/** What `--seed file.json` may hold; all of it may be left out. */
export const SEED_SCHEMA: JsonSchema = objectOf(
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
