import { SmsException } from '../../errors/sms.exception.js';
import { SmsRequestException, type SmsRequestFailure } from '../../errors/sms-request.exception.js';

// What fetch throws has the code in its cause.
const NOT_CONNECTED: Readonly<Record<string, SmsRequestFailure>> = {
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

/** That nothing was sent, where a request that follows no redirect has found no connection. */
export function notConnected(thrown: unknown, type: string): SmsRequestException | undefined {
  const code = codeOf(thrown);
  const reason = Object.hasOwn(NOT_CONNECTED, code) ? NOT_CONNECTED[code] : undefined;
  const detail = `No connection to the gateway of ${type} (${code})`;
  return reason && new SmsRequestException({ reason, outcome: 'not-sent', detail });
}

/** How long a call may take, and who may end it. */
export interface VendorCallLimits {
  caller: AbortSignal | undefined;
  timeout: number;
  /** Of both. */
  signal: AbortSignal;
}

/** What `deliver` threw, as an exception of ours. Its text may hold anything, and is left out. */
export function vendorFailure(
  thrown: unknown,
  type: string,
  { caller, timeout, signal }: VendorCallLimits,
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
  const kind = thrown instanceof Error && /^\w{1,40}$/.test(thrown.name) ? thrown.name : 'a fault';
  const code = codeOf(thrown);
  return unknown(
    'server-error',
    `deliver of ${type} ended in ${kind}${code && ` (${code})`}, which proves nothing of the message`,
  );
}

function codeOf(thrown: unknown): string {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: { code?: unknown } | null };
  const found = cause?.code ?? code;
  return typeof found === 'string' && /^[A-Z_]{1,60}$/.test(found) ? found : '';
}
