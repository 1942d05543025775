import type { EmulatorAccount } from '../model/account.js';
import type { EmulatorContext } from '../control/emulator.context.js';
import type { Params } from '../http/params.js';

/** A call that the gateway has let through. */
export interface OperationCall {
  readonly action: string;
  readonly params: Params;
  readonly requestId: string;
  readonly account: EmulatorAccount;
}

/** One action of the API. A new one is a file beside this one and a line in `operations.ts`. */
export interface Operation {
  readonly action: string;
  /** Parameters whose absence the gateway answers with `Missing{Name}`. */
  readonly required: readonly string[];
  /** The body of the answer, which is HTTP 200 for a business refusal too. */
  run(call: OperationCall, context: EmulatorContext): object;
}
