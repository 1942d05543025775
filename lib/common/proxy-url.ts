/**
 * Returns the URL of a proxy, with `http://` where the scheme is missing, as `HTTPS_PROXY` is often written, or
 * undefined for what is no http or https proxy.
 */
export function proxyUrl(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && hostname !== '' ? url : undefined;
}

/**
 * Returns `HTTPS_PROXY` of the environment as it stands there, if it applies to this endpoint. An emulator on a
 * loopback address is never behind a proxy.
 */
export function proxyOfEnvironment(endpoint: {
  readonly origin: string;
  readonly isLoopback: boolean;
}): string | undefined {
  if (!endpoint.origin.startsWith('https:') || endpoint.isLoopback) return undefined;
  return process.env['https_proxy'] || process.env['HTTPS_PROXY'] || undefined;
}
