import { SmsRequestException, type SmsRequestFailure } from '../errors/sms-request.exception.js';
import type { HttpCallError } from './pool/http-exchange.js';

/** Says what a failed HTTP call proves: before the request was written, nothing can have been sent. */
export function toRequestException(
  error: HttpCallError,
  host: string,
  timeout: number,
): SmsRequestException {
  const reason = reasonOf(error);
  return new SmsRequestException({
    reason,
    outcome: error.written ? 'unknown' : 'not-sent',
    detail: describe(reason, error, host, timeout),
  });
}

function reasonOf({ kind, written, systemCode = '' }: HttpCallError): SmsRequestFailure {
  switch (kind) {
    case 'deadline':
    case 'aborted':
      return kind;
    case 'too-large':
      return 'unreadable-answer';
    case 'network':
      if (/^UND_ERR_(CLOSED|DESTROYED)$/.test(systemCode)) return 'closed';
      if (written) return 'reset';
      if (/^(ENOTFOUND|EAI_\w+)$/.test(systemCode)) return 'dns';
      return isTlsCode(systemCode) ? 'tls' : 'connect';
    default:
      return kind satisfies never;
  }
}

// Node names certificate errors after OpenSSL's constants, such as DEPTH_ZERO_SELF_SIGNED_CERT.
function isTlsCode(code: string): boolean {
  return /^(ERR_(TLS|SSL)_\w+|EPROTO|\w*(CERT|CRL|ISSUER|SIGNATURE)\w*)$/.test(code);
}

function describe(
  reason: SmsRequestFailure,
  { kind, written, systemCode }: HttpCallError,
  host: string,
  timeout: number,
): string {
  const code = systemCode ? ` (${systemCode})` : '';
  switch (reason) {
    case 'deadline':
      return written
        ? `${host} did not answer within ${timeout} ms`
        : `No connection to ${host} was free within ${timeout} ms`;
    case 'aborted':
      return `The call was aborted by its signal ${written ? 'after' : 'before'} it was written`;
    case 'closed':
      return `The application shut down ${written ? 'before the answer came' : 'before the call was made'}`;
    case 'dns':
      return `The name of the endpoint ${host} does not resolve${code}: check it, and the network`;
    case 'tls':
      return `The TLS handshake with ${host} failed${code}: check the certificates and the proxy`;
    case 'connect':
      return `No connection to ${host}${code}: check the endpoint and the network`;
    default:
      return kind === 'too-large'
        ? `${host} sent more than an answer of Aliyun can be long`
        : `The connection to ${host} broke before the answer was complete${code}`;
  }
}
