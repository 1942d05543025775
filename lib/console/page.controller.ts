import { Get, Injectable, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { html } from '../ui/page-asset.js';
import { sendResponse } from './console-http.js';
import { CONSOLE_ASSETS } from './page/console.assets.js';
import { consolePage } from './page/console.page.js';

/** Serves the page and its files. They hold no data of the application. */
@Injectable()
export abstract class PageController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Get()
  page(
    @Req() { originalUrl, url }: { originalUrl?: string; url: string },
    @Res() response: unknown,
  ): void {
    const { body, headers } = html(consolePage(assetBaseOf(originalUrl ?? url)));
    sendResponse(this.host, response, body, { headers });
  }

  @Get('assets/:room/:file')
  asset(@Param('room') room: string, @Param('file') file: string, @Res() response: unknown): void {
    const asset = CONSOLE_ASSETS.get(`${room}/${file}`);
    if (!asset) throw new NotFoundException('The SMS console has no such file');
    sendResponse(this.host, response, asset.body, { headers: asset.headers });
  }
}

/** Returns the path from the page to its files. It is relative, so that a proxy may change the prefix. */
function assetBaseOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last && `${last.replace(/[^\w.~%-]/g, encodeURIComponent)}/`;
}
