/** A file of a page, served from memory. */
export interface PageAsset {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Allows no foreign and no inline script or style, so that data with markup in it cannot run. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const COMMON = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const asset = (type: string, body: string, headers = {}): PageAsset => ({
  headers: { 'content-type': `${type};charset=utf-8`, ...COMMON, ...headers },
  body,
});

export const html = (body: string): PageAsset =>
  asset('text/html', body, { 'content-security-policy': CONTENT_SECURITY_POLICY });

export const css = (body: string): PageAsset => asset('text/css', body);

export const script = (body: string): PageAsset => asset('text/javascript', body);
