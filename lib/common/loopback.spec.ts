import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from './loopback.js';

describe('isLoopbackHost', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'sms.localhost',
    '127.0.0.1.',
    '::1',
    '[::1]',
  ])('%s is this machine', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '',
    '.',
    '0.0.0.0',
    '::',
    '192.168.0.1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evillocalhost',
    'localhost..',
  ])('%s is not', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('isLoopbackAddress', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.2'])(
    'says that %s is of this machine',
    (address) => expect(isLoopbackAddress(address)).toBe(true),
  );

  it.each([
    '128.0.0.1',
    '10.127.0.0',
    '::2',
    'fe80::1',
    '::ffff:10.0.0.1',
    'localhost',
    '127.0.0.1.evil',
    '',
    undefined,
  ])('says that %s is not', (address) => expect(isLoopbackAddress(address)).toBe(false));
});
