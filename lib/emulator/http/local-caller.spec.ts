import { describe, expect, it } from 'vitest';
import type { HttpCall } from './http-call.js';
import { isLocalCaller } from './local-caller.js';
import { isLoopback } from '../../common/loopback.js';

describe('Who may call the page and the REST interface', () => {
  const call = (host: string, origin?: string) => ({ headers: { host, origin } }) as HttpCall;

  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

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
