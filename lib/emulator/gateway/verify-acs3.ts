import {
  acs3CanonicalRequest,
  acs3Signature,
  acs3StringToSign,
  EMPTY_PAYLOAD_HASH,
  sha256Hex,
} from '../../client/signing/acs3.signature.js';
import { canonicalQuery } from '../../client/signing/percent-encode.js';
import { GatewayError } from '../errors.js';
import { header } from '../http/http-call.js';
import type { EmulatorAccount } from '../model/account.js';
import { isSameText, verifySecurityToken, type AccountDirectory } from './account.directory.js';
import type { AliyunRequest } from './aliyun-request.js';
import { verifyTimestamp, type NonceStore } from './replay-protection.js';

const AUTHORIZATION =
  /^ACS3-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]+)$/;

const ALWAYS_SIGNED = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
];

/** Verifies ACS3-HMAC-SHA256 over the headers that the caller names as signed. */
export function verifyAcs3(
  request: AliyunRequest,
  accounts: AccountDirectory,
  nonces: NonceStore,
): EmulatorAccount {
  const { http } = request;
  const authorization = AUTHORIZATION.exec(header(http, 'authorization'));
  if (!authorization) throw incomplete('the Authorization header is not understood');
  const [, accessKey = '', signedHeaders = '', signature = ''] = authorization;
  const signed = new Set(signedHeaders.split(';'));
  for (const name of mustBeSigned(request)) {
    if (header(http, name) === '') throw incomplete(`the header ${name} is missing`);
    if (!signed.has(name)) throw incomplete(`the header ${name} is not signed`);
  }

  const account = accounts.find(accessKey);
  verifyTimestamp(header(http, 'x-acs-date'));

  const payloadHash = http.body.length === 0 ? EMPTY_PAYLOAD_HASH : sha256Hex(http.body);
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of signed) headers[name] = header(http, name);
  const canonical = acs3CanonicalRequest({
    method: http.method,
    path: http.path,
    query: canonicalQuery(request.query),
    headers,
    signedHeaders: signedHeaders,
    payloadHash,
  });
  const stringToSign = acs3StringToSign(canonical);
  const expected = acs3Signature(stringToSign, account.accessSecret);
  if (!isSameText(signature, expected) || header(http, 'x-acs-content-sha256') !== payloadHash) {
    throw new GatewayError(
      400,
      'SignatureDoesNotMatch',
      `Specified signature does not match our calculation. server StringToSign is [${stringToSign}] server CanonicalRequest is [${canonical}]`,
    );
  }
  verifySecurityToken(account, header(http, 'x-acs-security-token'));
  nonces.use(accessKey, header(http, 'x-acs-signature-nonce'));
  return account;
}

function mustBeSigned({ http }: AliyunRequest): string[] {
  const names = [...ALWAYS_SIGNED];
  if (http.body.length > 0 && http.headers['content-type'] !== undefined) {
    names.push('content-type');
  }
  if (http.headers['x-acs-security-token'] !== undefined) names.push('x-acs-security-token');
  return names;
}

function incomplete(cause: string): GatewayError {
  return new GatewayError(
    400,
    'IncompleteSignature',
    `The request signature does not conform to Aliyun standards: ${cause}.`,
  );
}
