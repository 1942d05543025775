import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';
import { describeSmsError } from './catalogue/index.js';
import { SmsException } from './sms.exception.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsRejectedException } from './sms-rejected.exception.js';
import { SmsRequestException } from './sms-request.exception.js';

/** What Express's response and Fastify's reply have in common. */
interface HttpReply {
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(body: unknown): unknown;
}

/**
 * Turns SMS exceptions into an HTTP answer `{ statusCode, code, message, ... }`: 400 for 46001; 429,
 * 422 or 502 for 46002; 503 or 504 for 46003. To an RPC client it sends the same without the status,
 * and GraphQL gets the exception with these fields as `extensions`.
 *
 * @example app.useGlobalFilters(new SmsExceptionFilter())
 */
@Catch(SmsException)
export class SmsExceptionFilter implements ExceptionFilter<SmsException> {
  catch(exception: SmsException, host: ArgumentsHost): Observable<never> | SmsException | void {
    const { name: _, ...body } = exception.toJSON();
    switch (host.getType<string>()) {
      case 'http':
        return answer(host.switchToHttp().getResponse<HttpReply>(), exception, body);
      case 'graphql':
        throw Object.assign(exception, { extensions: body });
      default:
        // Microservice transports send what the observable throws to the client as it is.
        return throwError(() => body);
    }
  }
}

function answer(reply: HttpReply, exception: SmsException, body: Record<string, unknown>): void {
  const statusCode = httpStatus(exception);
  if (exception instanceof SmsRejectedException && exception.retryAfter !== undefined) {
    reply.header('Retry-After', String(Math.ceil(exception.retryAfter)));
  }
  reply.status(statusCode).send({ statusCode, ...body });
}

function httpStatus(exception: SmsException): number {
  if (exception instanceof SmsRejectedException) {
    return describeSmsError(exception.aliyunCode).httpStatus;
  }
  if (exception instanceof SmsRequestException) return exception.reason === 'deadline' ? 504 : 503;
  return exception.code === SmsErrorCode.InvalidParameters ? 400 : 500;
}
