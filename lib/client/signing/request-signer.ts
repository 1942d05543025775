import { Acs3Key } from './acs3.key.js';
import {
  ACS3_ALGORITHM,
  acs3CanonicalHeaders,
  EMPTY_PAYLOAD_HASH,
  sha256Hex,
  signedHeaderNames,
} from './acs3.signature.js';
import type { ApiCall } from '../api-call.js';
import type { UsableCredentials } from '../credentials.js';
import { formBody } from './form-body.js';
import { Nonces } from './nonces.js';
import { canonicalQuery } from './percent-encode.js';

/** Version of the API that this package and the SDK speak. */
export const API_VERSION = '2017-05-25';

const USER_AGENT = `AlibabaCloud (${process.platform}; ${process.arch}) Node.js/${process.version} nestjs-aliyun-sms`;
const FORM = 'application/x-www-form-urlencoded';
const ALWAYS_SIGNED = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
];
// Of the body and the account, which the caller of an operation cannot replace.
const OURS = new Set([
  'content-type',
  'x-acs-accesskey-id',
  'x-acs-content-sha256',
  'x-acs-credentials-provider',
  'x-acs-security-token',
]);

export interface SignedRequest {
  path: string;
  /** Names and values in turn, which is what undici takes as it is. */
  headers: string[];
  body: string | undefined;
}

/** What makes two requests with the same parameters differ. */
export interface Freshness {
  /** `2026-11-23T08:51:03Z`; Aliyun accepts 15 minutes either way. */
  date: string;
  /** Accepted once. */
  nonce: string;
}

/** What of a request depends on the credentials alone. */
interface Signatory {
  credentials: UsableCredentials;
  key: Acs3Key;
  /** Names and values in turn. */
  headers: string[];
  /** The same as lines of the canonical request; empty where there is no such header. */
  keyIdLine: string;
  providerLine: string;
  tokenLine: string;
  /** Sorted names, without those of a body. */
  signedHeaders: string;
}

/**
 * Makes of a call the request that Aliyun's SDK would send: what is signed is equal to the byte.
 * What stays from call to call is made once.
 */
export class RequestSigner {
  readonly #nonces = new Nonces();
  #signatory: Signatory | undefined;
  #second = 0;
  #date = '';

  constructor(private readonly host: string) {}

  sign(
    call: ApiCall,
    credentials: UsableCredentials,
    { date, nonce }: Freshness = this.#fresh(),
  ): SignedRequest {
    const query = canonicalQuery(call.query);
    const body = call.form && formBody(call.form);
    const payloadHash = body === undefined ? EMPTY_PAYLOAD_HASH : sha256Hex(body);
    const signatory = this.#signatoryOf(credentials);
    // prettier-ignore
    const headers = [
      'host', this.host,
      'x-acs-version', API_VERSION,
      'x-acs-action', call.action,
      'user-agent', USER_AGENT,
      'x-acs-date', date,
      'x-acs-signature-nonce', nonce,
      'accept', 'application/json',
      'x-acs-content-sha256', payloadHash,
      ...signatory.headers,
    ];
    if (body !== undefined) headers.push('content-type', FORM);

    const { key, keyIdLine, providerLine, tokenLine } = signatory;
    let { signedHeaders } = signatory;
    let canonicalHeaders =
      `host:${this.host}\n${keyIdLine}x-acs-action:${call.action}\n` +
      `x-acs-content-sha256:${payloadHash}\n${providerLine}x-acs-date:${date}\n` +
      `${tokenLine}x-acs-signature-nonce:${nonce}\nx-acs-version:${API_VERSION}\n`;
    if (body !== undefined) {
      signedHeaders = `content-type;${signedHeaders}`;
      canonicalHeaders = `content-type:${FORM}\n${canonicalHeaders}`;
    }
    if (call.headers && Object.keys(call.headers).length > 0) {
      ({ signedHeaders, canonicalHeaders } = addHeaders(headers, call.headers));
    }
    const signature = key.sign(
      `POST\n/\n${query}\n${canonicalHeaders}\n${signedHeaders}\n${payloadHash}`,
    );
    headers.push(
      'authorization',
      `${ACS3_ALGORITHM} Credential=${credentials.accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`,
    );
    return { path: query ? `/?${query}` : '/', headers, body };
  }

  #fresh(): Freshness {
    const now = Date.now();
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#date = `${new Date(now).toISOString().slice(0, 19)}Z`;
    }
    return { date: this.#date, nonce: this.#nonces.next() };
  }

  #signatoryOf(credentials: UsableCredentials): Signatory {
    // A provider may hand out the same keys as a new object each time.
    if (!this.#signatory || !isSame(this.#signatory.credentials, credentials)) {
      this.#signatory = createSignatory(credentials);
    }
    return this.#signatory;
  }
}

function isSame(one: UsableCredentials, other: UsableCredentials): boolean {
  return (
    one.accessKeySecret === other.accessKeySecret &&
    one.accessKeyId === other.accessKeyId &&
    one.securityToken === other.securityToken &&
    one.providerName === other.providerName
  );
}

function createSignatory(credentials: UsableCredentials): Signatory {
  const { accessKeyId, accessKeySecret, securityToken, providerName } = credentials;
  const headers = [
    ...(providerName ? ['x-acs-credentials-provider', providerName] : []),
    ...(securityToken
      ? ['x-acs-accesskey-id', accessKeyId, 'x-acs-security-token', securityToken]
      : []),
  ];
  const names = headers.filter((_, i) => i % 2 === 0);
  return {
    // A copy, since a provider may change the keys in its object.
    credentials: { ...credentials },
    key: new Acs3Key(accessKeySecret),
    headers,
    keyIdLine: securityToken ? `x-acs-accesskey-id:${accessKeyId.trim()}\n` : '',
    providerLine: providerName ? `x-acs-credentials-provider:${providerName.trim()}\n` : '',
    tokenLine: securityToken ? `x-acs-security-token:${securityToken.trim()}\n` : '',
    signedHeaders: [...ALWAYS_SIGNED, ...names].sort().join(';'),
  };
}

/** Headers that the caller of an operation gives: any of them may be one that is signed. */
function addHeaders(headers: string[], further: Readonly<Record<string, string>>) {
  const all: Record<string, string> = {};
  for (let i = 0; i < headers.length; i += 2) all[headers[i]!] = headers[i + 1]!;
  for (const [name, value] of Object.entries(further)) {
    if (!(OURS.has(name) && name in all)) all[name] = value;
  }
  headers.splice(0, headers.length, ...Object.entries(all).flat());
  const signedHeaders = signedHeaderNames(all);
  return { signedHeaders, canonicalHeaders: acs3CanonicalHeaders(all, signedHeaders) };
}
