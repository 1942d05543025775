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
  describeSmsError,
  isSmsException,
  SmsConfigurationError,
  SmsElementsError,
  SmsInstanceExistsError,
  SmsInstanceUnknownError,
  type SmsException,
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
    if (thrown instanceof SmsConfigurationError) {
      const { options, problems } = thrown;
      return { status: 400, error: { message: problems.join('\n'), fields: options } };
    }
    if (thrown instanceof SmsElementsError) {
      const problems = thrown.faults.map(({ problem }) => problem);
      const fields = problems.some((text) => text.startsWith('the name')) ? { name: problems } : {};
      return { status: 400, error: { message: problems.join('\n'), fields } };
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

function ofSend(exception: SmsException): Answer {
  const { name: _, ...fields } = exception.toJSON();
  const { aliyunCode, violations } = fields as { aliyunCode?: string; violations?: object };
  return {
    status: statusOf(exception, aliyunCode),
    error: {
      ...fields,
      message: exception.message,
      ...(violations && { fields: violations }),
      ...(aliyunCode && describedBy(aliyunCode)),
    },
  };
}

function statusOf(exception: SmsException, aliyunCode: string | undefined): number {
  if (aliyunCode) return describeSmsError(aliyunCode).httpStatus;
  const { reason } = exception as { reason?: string };
  if (reason === undefined) return 400;
  return reason === 'deadline' ? 504 : 503;
}
