import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { errorCode, errorKind } from '../common/error-facts.js';
import {
  isSmsException,
  SmsConfigurationError,
  SmsElementsError,
  SmsInstanceExistsError,
} from '../index.js';
import { ConsoleException, sendResponse } from './console-http.js';
import type { ConsoleError, ErrorAnswer } from './console.wire.js';
import { setupErrorOf, smsErrorOf, type StatusAndError } from './error-answers.js';

/** Turns every error of the API into a response that the page can show. */
@Injectable()
@Catch()
export class ConsoleExceptionFilter implements ExceptionFilter {
  readonly #logger = new Logger('AliyunSmsConsole');

  constructor(private readonly host: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const { status, error } = this.#toAnswer(thrown);
    const answer: ErrorAnswer = { error };
    sendResponse(this.host, host.switchToHttp().getResponse(), answer, { status });
  }

  #toAnswer(thrown: unknown): StatusAndError {
    if (isSmsException(thrown)) return smsErrorOf(thrown);
    if (thrown instanceof ConsoleException) {
      const { code, message, facts } = thrown;
      const current = facts.current !== undefined && { current: facts.current };
      return {
        status: thrown.getStatus(),
        error: { ...errorOf(code, message, facts.values), ...current },
      };
    }
    if (thrown instanceof HttpException) {
      const status = thrown.getStatus();
      return { status, error: errorOf('http', thrown.message, { status }) };
    }
    if (thrown instanceof SmsConfigurationError || thrown instanceof SmsElementsError) {
      return { status: 400, error: setupErrorOf(thrown.issues) };
    }
    if (thrown instanceof SmsInstanceExistsError) {
      return { status: 409, error: errorOf('name-taken', thrown.message) };
    }
    return this.#unexpected(thrown);
  }

  /** The message of an unexpected error may hold anything, such as the content of a file: it is not shown. */
  #unexpected(thrown: unknown): StatusAndError {
    const code = errorCode(thrown);
    const suffix = code ? ` (${code})` : '';
    this.#logger.error(`A request of the SMS console failed: ${errorKind(thrown)}${suffix}`);
    const message = `The application could not do this${suffix}: see its log`;
    return { status: 500, error: errorOf('failed', message, { cause: code ?? '' }) };
  }
}

function errorOf(
  code: ConsoleError['code'],
  message: string,
  values: ConsoleError['values'] = {},
): ConsoleError {
  return { code, values, message, issues: [] };
}
