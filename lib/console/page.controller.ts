import { Get, Injectable, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { html, type PageAsset } from '../ui/page-asset.js';
import { CONSOLE_ASSETS } from './page/console.assets.js';
import { consolePage } from './page/console.page.js';

/** The page and its files, which hold nothing of the application. */
@Injectable()
export abstract class PageController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Get()
  page(
    @Req() { originalUrl, url }: { originalUrl?: string; url: string },
    @Res({ passthrough: true }) response: unknown,
  ): string {
    return this.#answer(response, html(consolePage(baseOf(originalUrl ?? url))));
  }

  @Get('assets/:room/:file')
  asset(
    @Param('room') room: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) response: unknown,
  ): string {
    const asset = CONSOLE_ASSETS.get(`${room}/${file}`);
    if (!asset) throw new NotFoundException('The SMS console has no such file');
    return this.#answer(response, asset);
  }

  #answer(response: unknown, { headers, body }: PageAsset): string {
    for (const [name, value] of Object.entries(headers)) {
      this.host.httpAdapter.setHeader(response, name, value);
    }
    return body;
  }
}

/** From the address of the page to its files: relative, so that a proxy may put it anywhere. */
function baseOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last && `${last.replace(/[^\w.~%-]/g, encodeURIComponent)}/`;
}
