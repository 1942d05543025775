import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
  httpStatusOf,
  isSmsException,
  SmsConfigurationError,
  SmsElementsError,
  SmsInstanceExistsError,
  SmsInstanceUnknownError,
  type SmsException,
  SmsParameterException,
  type SmsSetupIssue,
} from '../index.js';
import { describedBy } from './try-out.service.js';

interface Answer {
  status: number;
  error: { message: string } & Record<string, unknown>;
}

/** Makes of everything that goes wrong an answer that the page can show. */
@Injectable()
@Catch()
export class ConsoleExceptionFilter implements ExceptionFilter {
  readonly #logger = new Logger('AliyunSmsConsole');

  constructor(private readonly host: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const { status, error } = this.#answer(thrown);
    const response: unknown = host.switchToHttp().getResponse();
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    httpAdapter.reply(response, { error }, status);
  }

  #answer(thrown: unknown): Answer {
    if (isSmsException(thrown)) return ofSend(thrown);
    if (thrown instanceof HttpException) {
      return { status: thrown.getStatus(), error: { message: thrown.message } };
    }
    if (thrown instanceof SmsConfigurationError || thrown instanceof SmsElementsError) {
      const { issues } = thrown;
      const texts = new Set(issues.map(({ text }) => text));
      return { status: 400, error: { message: [...texts].join('\n'), fields: fieldsOf(issues) } };
    }
    if (thrown instanceof SmsInstanceUnknownError) {
      // Its text lists all names, and is for who writes the code.
      return { status: 404, error: { message: 'There is no SMS instance of this name' } };
    }
    if (thrown instanceof SmsInstanceExistsError) {
      return { status: 409, error: { message: thrown.message } };
    }
    // Its text may hold anything, such as what was in a file.
    const { name = typeof thrown, code } = (thrown ?? {}) as { name?: string; code?: string };
    this.#logger.error(`A request of the SMS console failed: ${name}${code ? ` (${code})` : ''}`);
    const why = code ? ` (${code})` : '';
    return {
      status: 500,
      error: { message: `The application could not do this${why}: see its log` },
    };
  }
}

/** The issues by the field of the form that they are about. */
function fieldsOf(issues: readonly SmsSetupIssue[]): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { code, option, text } of issues) {
    const field = code === 'invalid-name' ? 'name' : option;
    if (field === undefined) continue;
    // The text of what is missing says where code would give it.
    fields.set(field, [...(fields.get(field) ?? []), code === 'missing' ? 'is missing' : text]);
  }
  return Object.fromEntries(fields);
}

function ofSend(exception: SmsException): Answer {
  const { name: _, ...fields } = exception.toJSON();
  const { aliyunCode } = exception;
  const violations = exception instanceof SmsParameterException && exception.violations;
  return {
    status: httpStatusOf(exception),
    error: {
      ...fields,
      message: exception.message,
      ...(violations && { fields: violations }),
      ...(aliyunCode && describedBy(aliyunCode)),
    },
  };
}
