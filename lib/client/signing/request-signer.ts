import { randomUUID } from 'node:crypto';
import {
  ACS3_ALGORITHM,
  acs3CanonicalHeaders,
  Acs3Key,
  EMPTY_PAYLOAD_HASH,
  sha256Hex,
  signedHeaderNames,
} from './acs3.signature.js';
import { formBody } from './form-body.js';
import { canonicalQuery } from './percent-encode.js';
import type { SignableCall, SigningCredentials } from './signable-call.js';

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
// They follow from the body and the account, so the headers of a call do not replace them.
const UNREPLACEABLE_HEADERS = new Set([
  'content-type',
  'x-acs-accesskey-id',
  'x-acs-content-sha256',
  'x-acs-credentials-provider',
  'x-acs-security-token',
]);

/** The settings of an instance that its requests depend on. */
export interface SignerSettings {
  readonly endpoint: { readonly host: string };
}

export interface SignedRequest {
  path: string;
  /** Names and values in turn. All of the request is ASCII. */
  headers: string[];
  body: string | undefined;
}

/**
 * Makes each request unique. Without it, two requests with the same parameters would be equal, and
 * Aliyun would refuse the second one (https://help.aliyun.com/document_detail/159972.htm).
 */
export interface SigningStamp {
  /** `2026-11-23T08:51:03Z`. Aliyun accepts it 15 minutes before and after. */
  date: string;
  /** Aliyun accepts each value once. */
  nonce: string;
}

/** The parts of a request that depend only on the credentials. */
interface SigningContext {
  credentials: SigningCredentials;
  key: Acs3Key;
  /** Names and values in turn. */
  headers: string[];
  /** The same headers as lines of the canonical request. Empty if there is no such header. */
  keyIdLine: string;
  providerLine: string;
  tokenLine: string;
  /** Sorted names, without those of a body. */
  signedHeaders: string;
}

/**
 * Makes the request that Aliyun's SDK would send for a call: all that is signed is equal to the
 * byte. What stays the same from call to call is made once.
 */
export class RequestSigner {
  readonly #host: string;
  #context: SigningContext | undefined;
  #second = 0;
  #date = '';

  constructor({ endpoint }: SignerSettings) {
    this.#host = endpoint.host;
  }

  sign(
    call: SignableCall,
    credentials: SigningCredentials,
    { date, nonce }: SigningStamp = this.#stamp(),
  ): SignedRequest {
    const { action, version } = call;
    const query = canonicalQuery(call.query);
    const body = call.form && formBody(call.form);
    const payloadHash = body === undefined ? EMPTY_PAYLOAD_HASH : sha256Hex(body);
    const context = this.#contextOf(credentials);
    // prettier-ignore
    const headers = [
      'host', this.#host,
      'x-acs-version', version,
      'x-acs-action', action,
      'user-agent', USER_AGENT,
      'x-acs-date', date,
      'x-acs-signature-nonce', nonce,
      'accept', 'application/json',
      'x-acs-content-sha256', payloadHash,
      ...context.headers,
    ];
    if (body !== undefined) headers.push('content-type', FORM);

    const { key, keyIdLine, providerLine, tokenLine } = context;
    let { signedHeaders } = context;
    let canonicalHeaders =
      `host:${this.#host}\n${keyIdLine}x-acs-action:${action}\n` +
      `x-acs-content-sha256:${payloadHash}\n${providerLine}x-acs-date:${date}\n` +
      `${tokenLine}x-acs-signature-nonce:${nonce}\nx-acs-version:${version}\n`;
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

  #stamp(): SigningStamp {
    const now = Date.now();
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#date = `${new Date(now).toISOString().slice(0, 19)}Z`;
    }
    return { date: this.#date, nonce: randomUUID() };
  }

  #contextOf(credentials: SigningCredentials): SigningContext {
    // A provider may return the same keys as a new object each time.
    if (!this.#context || !isSame(this.#context.credentials, credentials)) {
      this.#context = createContext(credentials);
    }
    return this.#context;
  }
}

function isSame(one: SigningCredentials, other: SigningCredentials): boolean {
  return (
    one.accessKeySecret === other.accessKeySecret &&
    one.accessKeyId === other.accessKeyId &&
    one.securityToken === other.securityToken &&
    one.providerName === other.providerName
  );
}

function createContext(credentials: SigningCredentials): SigningContext {
  const { accessKeyId, accessKeySecret, securityToken, providerName } = credentials;
  const headers = [
    ...(providerName ? ['x-acs-credentials-provider', providerName] : []),
    ...(securityToken
      ? ['x-acs-accesskey-id', accessKeyId, 'x-acs-security-token', securityToken]
      : []),
  ];
  const names = headers.filter((_, i) => i % 2 === 0);
  return {
    // A copy, because a provider may change the keys in its object.
    credentials: { ...credentials },
    key: new Acs3Key(accessKeySecret),
    headers,
    keyIdLine: securityToken ? `x-acs-accesskey-id:${accessKeyId.trim()}\n` : '',
    providerLine: providerName ? `x-acs-credentials-provider:${providerName.trim()}\n` : '',
    tokenLine: securityToken ? `x-acs-security-token:${securityToken.trim()}\n` : '',
    signedHeaders: [...ALWAYS_SIGNED, ...names].sort().join(';'),
  };
}

// A line break would begin another header, or another request.
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** Adds the headers of a call. Any of them may be signed, so the canonical headers are made anew. */
function addHeaders(headers: string[], more: Readonly<Record<string, string>>) {
  // Without a prototype: `__proto__` is a name like any other.
  const all = Object.create(null) as Record<string, string>;
  for (let i = 0; i < headers.length; i += 2) all[headers[i]!] = headers[i + 1]!;
  for (const [name, value] of Object.entries(more)) {
    if (!HEADER_NAME.test(name))
      throw new TypeError('a header has a name that HTTP does not allow');
    if (!HEADER_VALUE.test(value))
      throw new TypeError(`the header ${name} has a line break or is not ASCII`);
    if (!(UNREPLACEABLE_HEADERS.has(name) && name in all)) all[name] = value;
  }
  headers.splice(0, headers.length, ...Object.entries(all).flat());
  const signedHeaders = signedHeaderNames(all);
  return { signedHeaders, canonicalHeaders: acs3CanonicalHeaders(all, signedHeaders) };
}
