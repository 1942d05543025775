import { Controller, Get, Header } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { SmsRegistry } from 'nestjs-aliyun-sms';
import { homePage } from './home.page.js';

@Controller()
export class HomeController {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly config: ConfigService,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  home(): string {
    return homePage(this.registry.names(), this.#inbox());
  }

  /** The local Aliyun is the only one with an inbox. */
  #inbox(): string | undefined {
    const endpoint = this.config.get<string>('ALIYUN_SMS_ENDPOINT') ?? '';
    return endpoint.startsWith('127.0.0.1:') ? `http://${endpoint}` : undefined;
  }
}
