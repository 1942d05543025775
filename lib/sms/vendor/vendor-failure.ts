import { SmsException } from '../../errors/sms.exception.js';
import {
  type SmsOutcome,
  SmsRequestException,
  type SmsRequestFailure,
} from '../../errors/sms-request.exception.js';

// Of a connection that was never there; what fetch throws has the code in its cause.
const NOT_CONNECTED: Readonly<Record<string, SmsRequestFailure>> = {
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

/** What a fault on the way to another vendor proves. Its text may hold anything, and is left out. */
export function vendorFailure(
  thrown: unknown,
  type: string,
  {
    caller,
    timeout,
    signal,
  }: { caller?: AbortSignal | undefined; timeout: number; signal: AbortSignal },
): SmsException {
  if (thrown instanceof SmsException) return thrown;
  const failed = (reason: SmsRequestFailure, outcome: SmsOutcome, detail: string) =>
    new SmsRequestException({ reason, outcome, detail });
  const code = codeOf(thrown);
  const notConnected = Object.hasOwn(NOT_CONNECTED, code) ? NOT_CONNECTED[code] : undefined;
  if (notConnected) {
    return failed(notConnected, 'not-sent', `No connection to the gateway of ${type} (${code})`);
  }
  if (caller?.aborted) {
    return failed(
      'aborted',
      'unknown',
      `The call to the gateway of ${type} was aborted by its signal`,
    );
  }
  if (signal.aborted) {
    return failed(
      'deadline',
      'unknown',
      `The gateway of ${type} did not answer within ${timeout} ms`,
    );
  }
  const kind = thrown instanceof Error && /^\w{1,40}$/.test(thrown.name) ? thrown.name : 'a fault';
  return failed(
    'server-error',
    'unknown',
    `deliver of ${type} ended in ${kind}${code && ` (${code})`}, which proves nothing of the message`,
  );
}

function codeOf(thrown: unknown): string {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: { code?: unknown } | null };
  const found = cause?.code ?? code;
  return typeof found === 'string' && /^[A-Z_]{1,60}$/.test(found) ? found : '';
}
