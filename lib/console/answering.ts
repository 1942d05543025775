import { HttpAdapterHost } from '@nestjs/core';

/**
 * Answers by itself: what a method returned would go through the interceptors of the application,
 * many of which wrap every answer into an envelope of their own.
 */
export abstract class Answering {
  constructor(private readonly host: HttpAdapterHost) {}

  protected answer(
    response: unknown,
    body: unknown,
    headers: Readonly<Record<string, string>> = { 'cache-control': 'no-store' },
    status = 200,
  ): void {
    const { httpAdapter } = this.host;
    for (const [name, value] of Object.entries(headers)) {
      httpAdapter.setHeader(response, name, value);
    }
    httpAdapter.reply(response, body, status);
  }
}
