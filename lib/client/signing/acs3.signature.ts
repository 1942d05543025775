import { createHmac, hash } from 'node:crypto';

/** Aliyun's V3 request signature (https://help.aliyun.com/document_detail/2593177.html). */
export const ACS3_ALGORITHM = 'ACS3-HMAC-SHA256';

/** SHA-256 of an empty body, which is what SendSms sends: all its parameters are in the query. */
export const EMPTY_PAYLOAD_HASH = sha256Hex('');

export interface Acs3Request {
  method: string;
  path: string;
  /** In canonical form, as `canonicalQuery` writes it. */
  query: string;
  /** The headers to sign, by lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** Lower-case names joined with `;`, sorted: the order in which the headers are signed. */
  signedHeaders: string;
  /** SHA-256 of the body bytes in lower-case hex. */
  payloadHash: string;
}

export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** `host`, `content-type` and every `x-acs-*` header, sorted and joined with `;`. */
export function signedHeaderNames(headers: Readonly<Record<string, string>>): string {
  return Object.keys(headers)
    .filter((name) => name.startsWith('x-acs-') || name === 'host' || name === 'content-type')
    .sort()
    .join(';');
}

/** A line for each signed header. */
export function acs3CanonicalHeaders(
  headers: Readonly<Record<string, string>>,
  signedHeaders: string,
): string {
  let lines = '';
  for (const name of signedHeaders.split(';')) lines += `${name}:${(headers[name] ?? '').trim()}\n`;
  return lines;
}

export function acs3CanonicalRequest(request: Acs3Request): string {
  const headers = acs3CanonicalHeaders(request.headers, request.signedHeaders);
  return `${request.method}\n${request.path}\n${request.query}\n${headers}\n${request.signedHeaders}\n${request.payloadHash}`;
}

export function acs3StringToSign(canonicalRequest: string): string {
  return `${ACS3_ALGORITHM}\n${sha256Hex(canonicalRequest)}`;
}

/** The signature in lower-case hex; the key is the bare secret. */
export function acs3Signature(stringToSign: string, accessSecret: string): string {
  return createHmac('sha256', accessSecret).update(stringToSign).digest('hex');
}
