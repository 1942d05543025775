import { describe, expect, it } from 'vitest';
import { endpointIssue, parseEndpoint } from './endpoint.js';

describe('an endpoint', () => {
  it.each([
    ['dysmsapi.aliyuncs.com', 'https://dysmsapi.aliyuncs.com', 'dysmsapi.aliyuncs.com', false],
    ['sms.example:8443', 'https://sms.example:8443', 'sms.example:8443', false],
    ['https://sms.example', 'https://sms.example', 'sms.example', false],
    ['https://sms.example:443', 'https://sms.example', 'sms.example', false],
    ['HTTPS://sms.example/', 'https://sms.example', 'sms.example', false],
    ['127.0.0.1:3001', 'http://127.0.0.1:3001', '127.0.0.1:3001', true],
    ['localhost:80', 'http://localhost', 'localhost', true],
    ['localhost:443', 'http://localhost:443', 'localhost:443', true],
    ['http://127.0.0.1:3001', 'http://127.0.0.1:3001', '127.0.0.1:3001', true],
    ['https://127.0.0.1:3001', 'https://127.0.0.1:3001', '127.0.0.1:3001', true],
    ['[::1]:3001', 'http://[::1]:3001', '[::1]:3001', true],
  ])('is a host or a URL: %s', (text, origin, host, isLoopback) => {
    expect(parseEndpoint(text)).toEqual({ origin, host, isLoopback });
    expect(endpointIssue(text)).toBeUndefined();
  });

  it.each([
    'ftp://sms.example',
    'https://sms.example/path',
    'https://sms.example/?a=1',
    'https://sms.example/#a',
    'https://user@sms.example',
    'https://:password@sms.example',
    'sms.example/path',
    'two words',
    'https://',
  ])('is nothing else: %s', (text) => {
    expect(endpointIssue(text)).toMatch(/^endpoint is not a host such as/);
    expect(() => parseEndpoint(text)).toThrow(TypeError);
  });

  it('is no plain http, which would carry codes in clear, but on a loopback address', () => {
    expect(endpointIssue('http://sms.example')).toMatch(/"http:\/\/sms\.example" is plain http/);
  });
});
