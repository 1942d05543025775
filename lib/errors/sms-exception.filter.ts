import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';
import { describeSmsError } from './catalogue/index.js';
import { SmsException } from './sms.exception.js';
import { SmsErrorCode } from './sms-error-code.enum.js';

/** The methods that Express's response and Fastify's reply have in common. */
interface HttpReply {
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(body: unknown): unknown;
}

const HTTP_STATUS = {
  [SmsErrorCode.InvalidParameters]: () => 400,
  [SmsErrorCode.Rejected]: ({ aliyunCode = '' }) => describeSmsError(aliyunCode).httpStatus,
  [SmsErrorCode.RequestFailed]: ({ reason }) => failureStatus(reason),
} satisfies Record<SmsErrorCode, (exception: SmsException) => number>;

/** Returns the HTTP status of the response to a request that failed with this exception. */
export function httpStatusOf(exception: SmsException): number {
  return HTTP_STATUS[exception.code](exception);
}

/**
 * Turns SMS exceptions into an HTTP response `{ statusCode, code, message, ... }`: 400 for 46001; 429,
 * 422 or 502 for 46002; 404, 503 or 504 for 46003. An RPC client gets the same fields without the status. In
 * GraphQL the exception is thrown on, with these fields as its `extensions`.
 *
 * @example app.useGlobalFilters(new SmsExceptionFilter())
 */
@Catch(SmsException)
export class SmsExceptionFilter implements ExceptionFilter<SmsException> {
  catch(exception: SmsException, host: ArgumentsHost): Observable<never> | SmsException | void {
    const { name: _, ...body } = exception.toJSON();
    switch (host.getType<string>()) {
      case 'http':
        return respond(host.switchToHttp().getResponse<HttpReply>(), exception, body);
      case 'graphql':
        throw Object.assign(exception, { extensions: body });
      default:
        // Microservice transports send the value that the observable throws to the client, unchanged.
        return throwError(() => body);
    }
  }
}

function failureStatus(reason: string | undefined): number {
  if (reason === 'unknown-instance') return 404;
  return reason === 'deadline' ? 504 : 503;
}

function respond(reply: HttpReply, exception: SmsException, body: Record<string, unknown>): void {
  const statusCode = httpStatusOf(exception);
  if (exception.retryAfter !== undefined) {
    reply.header('Retry-After', String(Math.ceil(exception.retryAfter)));
  }
  reply.status(statusCode).send({ statusCode, ...body });
}
