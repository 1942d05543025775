import { BadRequestException, ConflictException } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';

/** What a response of the console may set beside its body. */
export interface ResponseSettings {
  /** @default 200 */
  status?: number;
  /** @default { 'cache-control': 'no-store' } */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a response past the interceptors of the application. Many applications wrap every value that a
 * method returns into an envelope of their own, which the page could not read.
 */
export function sendResponse(
  { httpAdapter }: HttpAdapterHost,
  response: unknown,
  body: unknown,
  { status = 200, headers = { 'cache-control': 'no-store' } }: ResponseSettings = {},
): void {
  for (const [name, value] of Object.entries(headers)) {
    httpAdapter.setHeader(response, name, value);
  }
  httpAdapter.reply(response, body, status);
}

/** Returns the body of a request as an object. Its properties are not checked yet. */
export function objectBody(body: unknown): Record<string, unknown> {
  assertRequest(
    typeof body === 'object' && body !== null && !Array.isArray(body),
    'The body must be a JSON object',
  );
  return body as Record<string, unknown>;
}

/** A change was made from a version that is not the stored one: it would undo the change of somebody else. */
export class StaleVersionException extends ConflictException {
  /** @param current what is stored now, as the page may see it */
  constructor(
    message: string,
    readonly current: object | null,
  ) {
    super(message);
  }
}

/** @throws BadRequestException with the message, unless the request is valid */
export function assertRequest(isValid: boolean, message: string): asserts isValid {
  if (!isValid) throw new BadRequestException(message);
}

/** The headers of a request, as Node has them: with names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Returns the host of an HTTP/1.1 or HTTP/2 request. */
export function hostOf(headers: RequestHeaders): string {
  return firstOf(headers['host'] ?? headers[':authority']);
}

export function firstOf(header: string | string[] | undefined): string {
  return [header].flat()[0] ?? '';
}
