import { errorCode, errorKind } from '../common/error-facts.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRequestException, type SmsRequestFailure } from '../errors/sms-request.exception.js';

// What fetch throws has the code in its cause.
const NOT_CONNECTED: Readonly<Record<string, SmsRequestFailure>> = {
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

/** Returns a `not-sent` where a request that follows no redirect has found no connection. */
export function notConnected(thrown: unknown, type: string): SmsRequestException | undefined {
  const code = errorCode(thrown);
  if (code === undefined || !Object.hasOwn(NOT_CONNECTED, code)) return undefined;
  const detail = `No connection to the gateway of ${type} (${code})`;
  return new SmsRequestException({ reason: NOT_CONNECTED[code]!, outcome: 'not-sent', detail });
}

/** How long a call may take, and the signals that may end it. */
export interface ProviderCallLimits {
  caller: AbortSignal | undefined;
  timeout: number;
  /** Of both. */
  signal: AbortSignal;
}

/** Makes an exception of ours of what `deliver` threw. Its text may hold anything, and is left out. */
export function providerFailure(
  thrown: unknown,
  type: string,
  { caller, timeout, signal }: ProviderCallLimits,
): SmsException {
  if (thrown instanceof SmsException) return thrown;
  const unknown = (reason: SmsRequestFailure, detail: string) =>
    new SmsRequestException({ reason, outcome: 'unknown', detail });
  if (caller?.aborted) {
    return unknown('aborted', `The call to the gateway of ${type} was aborted by its signal`);
  }
  if (signal.aborted) {
    return unknown('deadline', `The gateway of ${type} did not answer within ${timeout} ms`);
  }
  const kind = errorKind(thrown);
  const code = errorCode(thrown);
  return unknown(
    'server-error',
    `deliver of ${type} ended in ${kind}${code ? ` (${code})` : ''}, which proves nothing of the message`,
  );
}
