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
  describeSmsError,
  httpStatusOf,
  isSmsException,
  SmsConfigurationError,
  SmsElementsError,
  SmsInstanceExistsError,
  type SmsException,
  SmsParameterException,
  type SmsSetupIssue,
} from '../index.js';
import { sendResponse, StaleVersionException } from './console-http.js';

interface ErrorResponse {
  status: number;
  error: { message: string } & Record<string, unknown>;
}

/** Turns every error of the API into a response that the page can show. */
@Injectable()
@Catch()
export class ConsoleExceptionFilter implements ExceptionFilter {
  readonly #logger = new Logger('AliyunSmsConsole');

  constructor(private readonly host: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const { status, error } = this.#toResponse(thrown);
    sendResponse(this.host, host.switchToHttp().getResponse(), { error }, { status });
  }

  #toResponse(thrown: unknown): ErrorResponse {
    if (isSmsException(thrown)) return smsErrorResponse(thrown);
    if (thrown instanceof HttpException) {
      const current = thrown instanceof StaleVersionException && { current: thrown.current };
      return { status: thrown.getStatus(), error: { message: thrown.message, ...current } };
    }
    if (thrown instanceof SmsConfigurationError || thrown instanceof SmsElementsError) {
      const { issues } = thrown;
      const texts = new Set(issues.map(({ text }) => text));
      return {
        status: 400,
        error: { message: [...texts].join('\n'), fields: textsByField(issues) },
      };
    }
    if (thrown instanceof SmsInstanceExistsError) {
      return { status: 409, error: { message: thrown.message } };
    }
    return this.#unexpected(thrown);
  }

  /** The message of an unexpected error may hold anything, such as the content of a file: it is not shown. */
  #unexpected(thrown: unknown): ErrorResponse {
    const code = errorCode(thrown);
    const suffix = code ? ` (${code})` : '';
    this.#logger.error(`A request of the SMS console failed: ${errorKind(thrown)}${suffix}`);
    return {
      status: 500,
      error: { message: `The application could not do this${suffix}: see its log` },
    };
  }
}

/** Groups the issues by the form field that each is about. */
function textsByField(issues: readonly SmsSetupIssue[]): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { code, option, text } of issues) {
    const field = code === 'invalid-name' ? 'name' : option;
    if (field === undefined) continue;
    // The full text of a missing option says where code would set it, which does not help in a form.
    fields.set(field, [...(fields.get(field) ?? []), code === 'missing' ? 'is missing' : text]);
  }
  return Object.fromEntries(fields);
}

function smsErrorResponse(exception: SmsException): ErrorResponse {
  const { name: _, ...fields } = exception.toJSON();
  const violations = exception instanceof SmsParameterException && exception.violations;
  const description = exception.aliyunCode && describeSmsError(exception.aliyunCode);
  return {
    status: httpStatusOf(exception),
    error: {
      ...fields,
      message: messageOf(exception),
      ...(violations && { fields: violations }),
      ...(description && { text: description.text, remedy: description.remedy }),
    },
  };
}

/** For somebody on the page: the message of an unknown name advises the programmer. */
function messageOf({ reason, message }: SmsException): string {
  return reason === 'unknown-instance' ? 'There is no SMS instance of this name' : message;
}
