import { isLoopbackHost } from '../common/loopback.js';
export type { CertificateAuthorities } from './pool/connector.js';

/** Where the calls of an instance go. */
export interface Endpoint {
  /** `https://dysmsapi.aliyuncs.com`: scheme, host and port. */
  origin: string;
  /** `dysmsapi.aliyuncs.com`: the signed `host` header, with the port if it is not the default. */
  host: string;
  isLoopback: boolean;
}

/** The endpoint of every region of the Chinese mainland (https://help.aliyun.com/document_detail/68360.html). */
export const DEFAULT_ENDPOINT = 'dysmsapi.aliyuncs.com';

/**
 * Reads `host`, `host:port` or a URL. Without a scheme it is https, except on a loopback host, where
 * only an emulator listens: there it is http.
 *
 * @param insecure whether plain http may go to another host, which carries phone numbers and codes in clear
 * @throws TypeError for plain http that is not permitted
 */
export function parseEndpoint(text: string, insecure = false): Endpoint {
  const endpoint = readEndpoint(text, insecure);
  if ('reason' in endpoint) throw new TypeError(endpoint.text);
  return endpoint;
}

/** Says what is wrong with an endpoint, or returns undefined. */
export function endpointIssue(text: string, insecure = false): string | undefined {
  const endpoint = readEndpoint(text, insecure);
  return 'reason' in endpoint ? endpoint.text : undefined;
}

/** Returns the code of what `endpointIssue` says. */
export function endpointReason(text: string, insecure = false): EndpointReason | undefined {
  const endpoint = readEndpoint(text, insecure);
  return 'reason' in endpoint ? endpoint.reason : undefined;
}

type EndpointReason = 'endpoint' | 'plain-http-to-aliyun' | 'plain-http';

interface WrongEndpoint {
  reason: EndpointReason;
  text: string;
}

/** Whether the calls to an endpoint can be read on their way. */
export function isUnencrypted({ origin, isLoopback }: Endpoint): boolean {
  return origin.startsWith('http:') && !isLoopback;
}

function readEndpoint(text: string, insecure: boolean): Endpoint | WrongEndpoint {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const url = parseUrl(hasScheme ? text : `https://${text}`);
  if (!url || !['http:', 'https:'].includes(url.protocol) || !isBare(url)) {
    const text =
      'endpoint is not a host such as "dysmsapi.aliyuncs.com" or a URL such as "http://127.0.0.1:3001"';
    return { reason: 'endpoint', text };
  }
  const loopback = isLoopbackHost(url.hostname);
  if (url.protocol === 'http:' && !loopback) {
    const issue = `endpoint "${url.origin}" is plain http, which would carry phone numbers and codes in clear`;
    if (isOfAliyun(url.hostname)) {
      const text = `${issue}: use https, which Aliyun has everywhere`;
      return { reason: 'plain-http-to-aliyun', text };
    }
    if (!insecure) {
      const text = `${issue}: use https, or insecure: true where an emulator listens there`;
      return { reason: 'plain-http', text };
    }
  }
  const scheme = !hasScheme && loopback ? 'http' : url.protocol.slice(0, -1);
  // Parsed again with its scheme, because the default port depends on the scheme.
  const { origin, host } = hasScheme ? url : new URL(`${scheme}://${text}`);
  return { origin, host, isLoopback: loopback };
}

/** `URL` has made it lower case, also where it was written in full-width letters. */
function isOfAliyun(hostname: string): boolean {
  return /(?:^|\.)aliyuncs\.com\.?$/.test(hostname);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isBare(url: URL): boolean {
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}
