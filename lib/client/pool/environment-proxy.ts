import type { Endpoint } from '../endpoint.js';

/**
 * `HTTPS_PROXY`, where it concerns this endpoint: an emulator on a loopback address is never behind
 * a proxy.
 *
 * @throws TypeError where it is no URL, so that it is seen at bootstrap and not at the first send
 */
export function environmentProxy(endpoint: Endpoint): string | undefined {
  if (!endpoint.origin.startsWith('https:') || endpoint.isLoopback) return undefined;
  const proxy = process.env['https_proxy'] || process.env['HTTPS_PROXY'];
  // Not shown, since it may hold a password.
  if (proxy && !URL.canParse(proxy)) throw new TypeError('HTTPS_PROXY is not a URL');
  return proxy || undefined;
}
