import { randomUUID } from 'node:crypto';
import {
  acs3Authorization,
  EMPTY_PAYLOAD_HASH,
  sha256Hex,
  signedHeaderNames,
} from './acs3.signature.js';
import type { ApiCall } from './api-call.js';
import type { UsableCredentials } from './credentials.js';
import { formBody } from './form-body.js';
import { canonicalQuery } from './percent-encode.js';

/** Version of the API that this package and the SDK speak. */
export const API_VERSION = '2017-05-25';

const USER_AGENT = `AlibabaCloud (${process.platform}; ${process.arch}) Node.js/${process.version} nestjs-aliyun-sms`;

export interface SignedRequest {
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What makes two requests with the same parameters differ. */
export interface Freshness {
  /** `2026-11-23T08:51:03Z`; Aliyun accepts 15 minutes either way. */
  date: string;
  /** Accepted once. */
  nonce: string;
}

export function fresh(): Freshness {
  return { date: `${new Date().toISOString().slice(0, 19)}Z`, nonce: randomUUID() };
}

/** The request that Aliyun's SDK would send for the same call: what is signed is equal to the byte. */
export function signRequest(
  call: ApiCall,
  host: string,
  credentials: UsableCredentials,
  { date, nonce }: Freshness = fresh(),
): SignedRequest {
  const query = canonicalQuery(call.query);
  const body = call.form && formBody(call.form);
  const payloadHash = body === undefined ? EMPTY_PAYLOAD_HASH : sha256Hex(body);
  const headers: Record<string, string> = {
    host,
    'x-acs-version': API_VERSION,
    'x-acs-action': call.action,
    'user-agent': USER_AGENT,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    accept: 'application/json',
    ...call.headers,
    'x-acs-content-sha256': payloadHash,
  };
  if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  if (credentials.providerName) headers['x-acs-credentials-provider'] = credentials.providerName;
  if (credentials.securityToken) {
    headers['x-acs-accesskey-id'] = credentials.accessKeyId;
    headers['x-acs-security-token'] = credentials.securityToken;
  }
  const signedHeaders = signedHeaderNames(headers);
  headers['authorization'] = acs3Authorization(
    { method: 'POST', path: '/', query, headers, signedHeaders, payloadHash },
    credentials.accessKeyId,
    credentials.accessKeySecret,
  );
  return { path: query ? `/?${query}` : '/', headers, body };
}
