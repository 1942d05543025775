import { invalidParameter } from '../errors.js';
import type { Params } from '../http/params.js';
import type { EmulatorAccount } from '../model/account.js';
import type { EmulatorClock } from '../model/clock.js';
import type { MessageStore } from '../model/message.store.js';
import type { SignStore } from '../model/sign.js';
import type { TemplateStore } from '../model/template.js';
import type { DeliveryReporter } from '../receipts/delivery-reporter.js';
import type { FlowControl } from './flow-control.js';

/** A call that the gateway has accepted. */
export interface OperationCall {
  readonly action: string;
  readonly params: Params;
  readonly requestId: string;
  readonly account: EmulatorAccount;
}

/** What operations work on. */
export interface OperationContext {
  readonly options: { readonly strict: boolean };
  readonly clock: EmulatorClock;
  readonly messages: MessageStore;
  readonly templates: TemplateStore;
  readonly signs: SignStore;
  readonly flowControl: FlowControl;
  readonly receipts: DeliveryReporter;
}

/**
 * One action of the API. A new action needs an entry in one of the `*.operations.ts` files, or a
 * file of its own and a line in `operations.ts`.
 */
export interface Operation {
  readonly action: string;
  /** Parameters without which the gateway refuses the call with `Missing{Name}`. */
  readonly required: readonly string[];
  /** Returns the body of the response, which is HTTP 200 for a business refusal too. */
  run(call: OperationCall, context: OperationContext): object;
}

/** A page of a list; `pageKey` because Aliyun has two names for the number of the page. */
export function pageOf<T>(all: readonly T[], params: Params, pageKey: string) {
  const page = wholeNumber(params[pageKey] ?? '1', pageKey, Number.MAX_SAFE_INTEGER);
  const size = wholeNumber(params['PageSize'] ?? '10', 'PageSize', 50);
  return { page, size, items: all.slice((page - 1) * size, page * size) };
}

function wholeNumber(text: string, name: string, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw invalidParameter(name);
  return value;
}
