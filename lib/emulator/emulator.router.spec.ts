import { describe, expect, it } from 'vitest';
import { isLocalCaller } from './emulator.router.js';
import type { HttpCall } from './http/http-call.js';

describe('Who may call the page and the REST interface', () => {
  const call = (host: string, origin?: string) => ({ headers: { host, origin } }) as HttpCall;

  it.each<[boolean, string, string | undefined, string]>([
    [true, '127.0.0.1:3001', undefined, '127.0.0.1'],
    [true, 'localhost:3001', 'http://localhost:3001', '127.0.0.1'],
    [true, '[::1]:3001', 'http://[::1]:3001', '::1'],
    [false, '127.0.0.1:3001', 'http://evil.example', '127.0.0.1'],
    [false, '127.0.0.1:3001', 'null', '127.0.0.1'],
    [false, 'evil.example:3001', undefined, '127.0.0.1'],
    [false, 'evil.example:3001', 'http://evil.example:3001', '127.0.0.1'],
    [true, 'sms.lan:3001', 'http://sms.lan:3001', '0.0.0.0'],
    [false, 'sms.lan:3001', 'http://evil.example', '0.0.0.0'],
  ])('%s: host %s, origin %s, listening on %s', (may, host, origin, listeningOn) => {
    expect(isLocalCaller(call(host, origin), listeningOn)).toBe(may);
  });
});
