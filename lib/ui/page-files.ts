import { gzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import { loadBundle } from './load-bundle.cjs';

/** A response with a file of a page. */
export interface PageFile {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
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
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  vary: 'accept-encoding',
};

/**
 * The page `<name>.html`. Its links to `./assets/` get `base` in front, since only the server knows under which
 * path it was mounted.
 */
export function pageHtml(name: string, base: string, request: IncomingHttpHeaders): PageFile {
  const { type, text } = loadBundle()[`${name}.html`]!;
  const html = text.replaceAll('"./assets/', () => `"${base}assets/`);
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    ...COMMON,
  };
  return encoded(request, headers, html, () => gzipSync(html));
}

/** A script or a sheet by its name below `assets/`; `undefined` where there is none. */
export function pageAsset(name: string, request: IncomingHttpHeaders): PageFile | undefined {
  const bundle = loadBundle();
  const path = `assets/${name}`;
  if (!Object.hasOwn(bundle, path)) return undefined;
  const { type, etag, text, gzip } = bundle[path]!;
  const headers = {
    'content-type': type,
    // Its name has a hash of its content.
    'cache-control': 'private, max-age=31536000, immutable',
    etag,
    ...COMMON,
  };
  if (request['if-none-match'] === etag) return { status: 304, headers, body: '' };
  return encoded(request, headers, text, gzip ? () => Buffer.from(gzip, 'base64') : undefined);
}

function encoded(
  request: IncomingHttpHeaders,
  headers: Readonly<Record<string, string>>,
  text: string,
  compressed: (() => Buffer) | undefined,
): PageFile {
  return compressed && acceptsGzip(request['accept-encoding'])
    ? { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: compressed() }
    : { status: 200, headers, body: text };
}

/** Whether a reader takes gzip (RFC 9110, 12.5.3): by its name, else by `*`, with a weight above zero. */
function acceptsGzip(accepted: string | string[] | undefined): boolean {
  const weights = new Map(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((entry) => {
        const [coding = '', ...parameters] = entry.split(';').map((part) => part.trim());
        const weight = parameters.find((parameter) => parameter.startsWith('q='));
        return [coding, weight === undefined ? 1 : Number(weight.slice(2))] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
