import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageAsset, pageHtml } from './page-files.js';

describe('The files of the pages', () => {
  const scriptOf = (html: string) => /src="[^"]*assets\/([^"]+\.js)"/.exec(html)![1]!;
  const script = scriptOf(String(pageHtml('inbox', '', {}).body));

  it('are linked below the base that the server gives', () => {
    const { headers, body } = pageHtml('inbox', '/_emulator/', {});
    expect(body).toContain(`src="/_emulator/assets/${script}"`);
    expect(body).toMatch(/href="\/_emulator\/assets\/[^"]+\.css"/);
    expect(body).not.toContain('./assets');
    expect(headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('hold no inline script and no inline style, which the policy forbids', () => {
    const html = String(pageHtml('inbox', '', {}).body);
    expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)| on\w+=/);
  });

  it('are kept for ever, since their names change with their content', () => {
    expect(pageAsset(script, {})).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript;charset=utf-8',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
  });

  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, GZIP;q=0.5', true],
    ['*', true],
    ['gzip;q=0, *', false],
    ['gzip; q=0.0', false],
    ['br', false],
    ['', false],
    [undefined, false],
  ])('are compressed for accept-encoding %j: %s', (accepted, isCompressed) => {
    const request = accepted === undefined ? {} : { 'accept-encoding': accepted };
    for (const file of [pageAsset(script, request)!, pageHtml('inbox', '', request)]) {
      expect(file.headers['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
      expect(file.headers['vary']).toBe('accept-encoding');
    }
    if (!isCompressed) return;
    const { body } = pageAsset(script, request)!;
    expect(gunzipSync(body).toString()).toBe(pageAsset(script, {})!.body);
  });

  it('are not sent again to a reader that has them', () => {
    const { etag } = pageAsset(script, {})!.headers;
    expect(pageAsset(script, { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    expect(pageAsset(script, { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });

  it.each(['none.js', '../inbox.html', '', '__proto__', 'constructor'])(
    'are not there: %j',
    (name) => {
      expect(pageAsset(name, {})).toBeUndefined();
    },
  );
});
