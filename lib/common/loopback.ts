/**
 * Whether a host name or address means this machine alone: `localhost` and every name below it
 * (RFC 6761), `127.0.0.0/8` and `::1`, with or without brackets.
 */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(name)
  );
}
