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
  const { https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
  const proxy = https_proxy || HTTPS_PROXY;
  return proxy && !isExempt(new URL(endpoint.origin), no_proxy || NO_PROXY || '')
    ? proxy
    : undefined;
}

/** Whether `NO_PROXY` names the host, as curl reads it: a name also stands for the names below it. */
function isExempt({ hostname, port }: URL, list: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', of] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (name === '' || (of !== undefined && of !== (port || '443'))) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}
