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

/** Whether the address of a socket's peer is of this machine: `127.0.0.0/8`, `::1`, or IPv4 written as IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(address);
}
