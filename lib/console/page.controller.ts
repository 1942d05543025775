import { Get, Injectable, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { html } from '../ui/page-asset.js';
import { Answering } from './answering.js';
import { CONSOLE_ASSETS } from './page/console.assets.js';
import { consolePage } from './page/console.page.js';

/** The page and its files, which hold nothing of the application. */
@Injectable()
export abstract class PageController extends Answering {
  constructor(host: HttpAdapterHost) {
    super(host);
  }

  @Get()
  page(
    @Req() { originalUrl, url }: { originalUrl?: string; url: string },
    @Res() response: unknown,
  ): void {
    const { body, headers } = html(consolePage(baseOf(originalUrl ?? url)));
    this.answer(response, body, headers);
  }

  @Get('assets/:room/:file')
  asset(@Param('room') room: string, @Param('file') file: string, @Res() response: unknown): void {
    const asset = CONSOLE_ASSETS.get(`${room}/${file}`);
    if (!asset) throw new NotFoundException('The SMS console has no such file');
    this.answer(response, asset.body, asset.headers);
  }
}

/** From the address of the page to its files: relative, so that a proxy may put it anywhere. */
function baseOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last && `${last.replace(/[^\w.~%-]/g, encodeURIComponent)}/`;
}
