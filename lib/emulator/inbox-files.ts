import { pageAsset, pageHtml, type PageFile } from '../ui/page-files.js';
import type { HttpCall } from './http/http-call.js';

const ASSETS = '/_emulator/assets/';

/** The inbox at `/`, and its script and sheet. */
export function inboxFile({ path, headers }: HttpCall): PageFile | undefined {
  if (path === '/') return pageHtml('inbox', '/_emulator/', headers);
  return path.startsWith(ASSETS) ? pageAsset(path.slice(ASSETS.length), headers) : undefined;
}
