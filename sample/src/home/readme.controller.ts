import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Headers } from '@nestjs/common';

/** The README in the reader's language, as it is. */
@Controller('readme')
export class ReadmeController {
  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  readme(@Headers('accept-language') languages = ''): Promise<string> {
    return readFile(languages.startsWith('zh') ? 'README.zh-CN.md' : 'README.md', 'utf8');
  }
}
