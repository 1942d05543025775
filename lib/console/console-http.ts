import { HttpException, HttpStatus, StreamableFile } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import type { SmsIssueValues } from '../index.js';
import type { ConsoleErrorCode, InstanceAnswer } from './console.wire.js';

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
  // Express makes JSON of any other object, bytes included.
  const sent = Buffer.isBuffer(body) ? new StreamableFile(body, { length: body.length }) : body;
  httpAdapter.reply(response, sent, status);
}

/** Returns the body of a request as an object. Its properties are not checked yet. */
export function objectBody(body: unknown): Record<string, unknown> {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  assertRequest(isObject, 'body-not-object', 'The body must be a JSON object');
  return body as Record<string, unknown>;
}

/** What goes with the code of an error. */
export interface ConsoleErrorFacts {
  values?: SmsIssueValues;
  /** What is stored now, as the page may see it. */
  current?: InstanceAnswer | null;
}

/** A request that the console refuses itself. */
export class ConsoleException extends HttpException {
  constructor(
    status: HttpStatus,
    readonly code: ConsoleErrorCode,
    message: string,
    readonly facts: ConsoleErrorFacts = {},
  ) {
    super(message, status);
  }
}

/** @throws ConsoleException with the status 400, unless the request is valid */
export function assertRequest(
  isValid: boolean,
  code: ConsoleErrorCode,
  message: string,
  values?: SmsIssueValues,
): asserts isValid {
  if (isValid) return;
  throw new ConsoleException(HttpStatus.BAD_REQUEST, code, message, { ...(values && { values }) });
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
