import { SmsRequestException, type SmsRequestFailure } from '../errors/sms-request.exception.js';
import type { HttpCallError } from './pool/http-call.js';

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
    case 'closed':
      return kind;
    case 'too-large':
    case 'unreadable':
      return 'unreadable-answer';
    case 'proxy':
      return kind;
    case 'network':
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
      return tlsFailure(host, systemCode, code);
    case 'proxy':
      return proxyFailure(host, systemCode);
    case 'connect':
      return `No connection to ${host}${code}: check the endpoint and the network`;
    case 'unreadable-answer':
      return kind === 'too-large'
        ? `${host} sent more than an answer of Aliyun can be long`
        : `${host} sent what is no HTTP response`;
    default:
      return `The connection to ${host} broke before the answer was complete${code}`;
  }
}

// OpenSSL reads the length and the version of a TLS record where plain text stands. With EPROTO, Node tells
// no more than that the handshake failed.
const NOT_TLS =
  /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)$/;

function tlsFailure(host: string, systemCode = '', code: string): string {
  const failed = `The TLS handshake with ${host} failed${code}`;
  const plain = `an emulator is reached by endpoint: 'http://…', outside of this machine with insecure: true`;
  if (NOT_TLS.test(systemCode)) {
    return `${failed}: the endpoint answered in plain http or another protocol, not in TLS. Check its port; ${plain}`;
  }
  return systemCode === 'EPROTO'
    ? `${failed}: check that the endpoint speaks TLS on this port (${plain}), and the certificates`
    : `${failed}: check the certificates and the proxy`;
}

const PROXY_OPTION = 'the option proxy, or HTTPS_PROXY of the environment';

/** Without the URL of the proxy, which may hold a password. */
function proxyFailure(host: string, systemCode = 'no code'): string {
  if (systemCode === 'HTTP 407') {
    return `The proxy refused user and password (${systemCode}): correct them in ${PROXY_OPTION}`;
  }
  return systemCode.startsWith('HTTP')
    ? `The proxy did not connect to ${host} (${systemCode}): check that the proxy may and can reach it, and ${PROXY_OPTION}`
    : `No connection to the proxy (${systemCode}): check that it runs, and ${PROXY_OPTION}`;
}
