import { describe, expect, it } from 'vitest';
import { HttpCallError } from './pool/http-call.js';
import { toRequestException } from './request-exception.js';

const exceptionOf = (...facts: ConstructorParameters<typeof HttpCallError>) =>
  toRequestException(new HttpCallError(...facts), 'sms.example', 300);

describe('what a failed HTTP call proves', () => {
  it.each([
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ENOTFOUNDATION', 'connect'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_GET_CRL', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'tls'],
    ['EPROTONOSUPPORT', 'connect'],
    ['a CERT in a sentence', 'connect'],
    [undefined, 'connect'],
  ])('before it was written, nothing was sent: %s is %s', (code, reason) => {
    expect(exceptionOf('network', false, code)).toMatchObject({ reason, outcome: 'not-sent' });
  });

  it.each([
    ['ECONNRESET', 'reset'],
    ['ENOTFOUND', 'reset'],
    ['EPROTO', 'reset'],
    [undefined, 'reset'],
  ])('after it was written, the message may be on its way: %s is %s', (code, reason) => {
    expect(exceptionOf('network', true, code)).toMatchObject({ reason, outcome: 'unknown' });
  });

  it.each([
    ['deadline', false, 'deadline', /^No connection to sms\.example was free within 300 ms/],
    ['deadline', true, 'deadline', /^sms\.example did not answer within 300 ms/],
    ['aborted', false, 'aborted', /its signal before it was written/],
    ['aborted', true, 'aborted', /its signal after it was written/],
    ['closed', false, 'closed', /shut down before the call was made/],
    ['closed', true, 'closed', /shut down before the answer came/],
    ['proxy', false, 'proxy', /^No connection to the proxy/],
    ['too-large', true, 'unreadable-answer', /^sms\.example sent more than an answer/],
    ['unreadable', true, 'unreadable-answer', /^sms\.example sent what is no HTTP response/],
  ] as const)('%s, written: %s', (kind, written, reason, text) => {
    const error = exceptionOf(kind, written);
    expect(error).toMatchObject({ reason, outcome: written ? 'unknown' : 'not-sent' });
    expect(error.message).toMatch(text);
  });

  it.each([
    ['ENOTFOUND', false, /The name of the endpoint sms\.example does not resolve \(ENOTFOUND\)/],
    ['EPROTO', false, /The TLS handshake with sms\.example failed \(EPROTO\)/],
    ['ECONNREFUSED', false, /No connection to sms\.example \(ECONNREFUSED\): check/],
    [undefined, false, /No connection to sms\.example: check/],
    ['ECONNRESET', true, /The connection to sms\.example broke .*complete \(ECONNRESET\)/],
  ])('says what to look at: %s, written: %s', (code, written, text) => {
    expect(exceptionOf('network', written, code).message).toMatch(text);
  });
});
