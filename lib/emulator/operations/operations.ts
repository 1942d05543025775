import type { Operation } from './operation.js';
import { QUERY_OPERATIONS } from './query.operations.js';
import { SEND_OPERATIONS } from './send.operations.js';
import { SIGN_OPERATIONS } from './sign.operations.js';
import { TEMPLATE_OPERATIONS } from './template.operations.js';

/** Every action that the emulator knows. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [...SEND_OPERATIONS, ...QUERY_OPERATIONS, ...SIGN_OPERATIONS, ...TEMPLATE_OPERATIONS].map(
    (operation) => [operation.action, operation],
  ),
);
