import { describe, expect, it } from 'vitest';
import { percentEncode } from '../client/signing/percent-encode.js';
import { maskPhone, redact } from './redaction.js';

describe('maskPhone', () => {
  it('keeps three and four digits of a mainland number', () => {
    expect(maskPhone('13800138000')).toBe('138****8000');
  });

  it('keeps less of a short number, and nothing of a very short one', () => {
    expect(maskPhone('65812345')).toBe('65****45');
    expect(maskPhone('1234')).toBe('****');
  });
});

describe('redact', () => {
  it('keeps the texts of flow control even where a value equals their figure', () => {
    expect(redact('触发分钟级流控Permits:10', ['10'])).toBe('触发分钟级流控Permits:10');
  });

  it('cuts off the echo of the string to sign', () => {
    const text =
      'Specified signature does not match our calculation. server StringToSign is [ACS3…] server CanonicalRequest is [POST\n/\nPhoneNumbers=13800138000]';
    expect(redact(text)).toBe('Specified signature does not match our calculation');
  });

  it.each([
    ['as it is', (value: string) => value],
    ['percent-encoded', percentEncode],
    ['percent-encoded twice', (value: string) => percentEncode(percentEncode(value))],
    ['as a form', (value: string) => encodeURIComponent(value).replaceAll('%20', '+')],
    ['as JSON', (value: string) => JSON.stringify(value)],
  ])('removes a value that is echoed %s', (_, encode) => {
    const value = 'ma"rk er!';
    const clean = redact(`bad value ${encode(value)} given`, [value]);
    expect(clean).not.toContain('ma');
    expect(clean).toContain('bad value');
  });

  it('masks phone numbers that are not among the sensitive values', () => {
    expect(redact('139523483377invalid mobile number')).toBe('139****3377invalid mobile number');
    expect(redact('call +86 138 0013 8000')).not.toContain('0013');
  });

  it('masks assignments of a URL', () => {
    expect(redact('GET /?a=1&TemplateParam=%7B%22code%22%7D failed')).toBe(
      'GET /?a=***&TemplateParam=*** failed',
    );
  });

  it('bounds the length', () => {
    expect(redact('x'.repeat(100_000)).length).toBeLessThan(400);
  });
});
