/** A file of the pages, as tools/build-ui.mjs has written it. */
interface BundledFile {
  readonly type: string;
  readonly etag: string;
  readonly text: string;
  /** The same text compressed, in base64. HTML has none: its links are completed when it is served. */
  readonly gzip?: string;
}

/** The built pages by path: `inbox.html`, `assets/inbox-3f2a1b.js`. */
declare const bundle: Readonly<Record<string, BundledFile>>;
export = bundle;
