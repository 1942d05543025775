import type { IncomingHttpHeaders } from 'node:http';
import { Get, Headers, Injectable, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { pageAsset, pageHtml, type PageFile } from '../ui/page-files.js';
import { sendResponse } from './console-http.js';

/** Serves the page and its files. They hold no data of the application. */
@Injectable()
export abstract class PageController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Get()
  page(
    @Req() { originalUrl, url }: { originalUrl?: string; url: string },
    @Headers() headers: IncomingHttpHeaders,
    @Res() response: unknown,
  ): void {
    this.#send(response, pageHtml('console', assetBaseOf(originalUrl ?? url), headers));
  }

  @Get('assets/:file')
  asset(
    @Param('file') file: string,
    @Headers() headers: IncomingHttpHeaders,
    @Res() response: unknown,
  ): void {
    const asset = pageAsset(file, headers);
    if (!asset) throw new NotFoundException('The SMS console has no such file');
    this.#send(response, asset);
  }

  #send(response: unknown, { status, headers, body }: PageFile): void {
    sendResponse(this.host, response, body, { status, headers });
  }
}

/** Returns the path from the page to its files. It is relative, so that a proxy may change the prefix. */
function assetBaseOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last && `${last.replace(/[^\w.~%-]/g, encodeURIComponent)}/`;
}
