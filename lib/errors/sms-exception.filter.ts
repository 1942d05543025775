import { type ArgumentsHost, Catch, type ExceptionFilter, Optional } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';
import { describeSmsError } from './catalogue/index.js';
import { detailedFields, publicFields, type SmsErrorFields } from './error-fields.js';
import { type HttpReply, respond } from './http-reply.js';
import { requestLanguage } from './request-language.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import { SmsException } from './sms.exception.js';
import { emitException } from './ws-exception-event.js';

const HTTP_STATUS = {
  [SmsErrorCode.InvalidParameters]: () => 400,
  [SmsErrorCode.Rejected]: ({ aliyunCode = '' }) => describeSmsError(aliyunCode).httpStatus,
  [SmsErrorCode.RequestFailed]: ({ reason }) => failureStatus(reason),
} satisfies Record<SmsErrorCode, (exception: SmsException) => number>;

/** Returns the HTTP status of the response to a request that failed with this exception. */
export function httpStatusOf(exception: SmsException): number {
  return HTTP_STATUS[exception.code](exception);
}

export interface SmsExceptionFilterOptions {
  /**
   * Whether clients get all fields of the exception, with the message that is written for the operator: the
   * codes and texts of Aliyun, the remedy, the endpoint, the name of the instance. For clients of your own only,
   * such as an internal service: a stranger would read that your balance is used up.
   *
   * @default false
   * @example new SmsExceptionFilter({ details: true })
   */
  details?: boolean;
}

/**
 * Tells a client of an SMS exception what concerns the client: `code`, `outcome`, `repeat`, `retryAfter`, the
 * `violations` of 46001, and a `message` for a person, in Chinese or English by `Accept-Language`.
 *
 * - HTTP: a response with these fields and `statusCode`: 400 for 46001; 429, 422 or 502 for 46002; 404, 503 or 504
 *   for 46003.
 * - GraphQL: an error with these fields as `extensions`, where `code` is a string (`'46002'`) and `smsCode` the number.
 * - WebSocket: the event `exception`, and the acknowledgement if the client of socket.io waits for one.
 * - Microservices: the fields as the error of the client's observable.
 *
 * @example app.useGlobalFilters(new SmsExceptionFilter())
 */
@Catch(SmsException)
export class SmsExceptionFilter implements ExceptionFilter<SmsException> {
  readonly #details: boolean;

  // Optional, so that Nest can make it for `@UseFilters(SmsExceptionFilter)`, where nobody provides options.
  constructor(@Optional() options: SmsExceptionFilterOptions = {}) {
    this.#details = options.details ?? false;
  }

  catch(exception: SmsException, host: ArgumentsHost): Observable<never> | void {
    const fields = this.#details
      ? detailedFields(exception)
      : publicFields(exception, requestLanguage(host));
    switch (host.getType<string>()) {
      case 'http': {
        const reply = host.switchToHttp().getResponse<HttpReply>();
        return respond(reply, httpStatusOf(exception), fields, exception.retryAfter);
      }
      case 'graphql':
        throw graphqlError(fields);
      case 'ws':
        return emitException(host, fields);
      case 'rpc':
        // Microservice transports send the value that the observable throws to the client, unchanged.
        return throwError(() => fields);
      default:
        // Who listens there is not known, and a value that is returned would count as a result.
        throw exception;
    }
  }
}

function failureStatus(reason: string | undefined): number {
  if (reason === 'unknown-instance') return 404;
  return reason === 'deadline' ? 504 : 503;
}

/** An error of its own, since servers of GraphQL show and log what an error has beside its message. */
function graphqlError({ code, message, ...fields }: SmsErrorFields): Error {
  const error = new Error(message);
  // Outside of production Apollo sends the stack to the client.
  error.stack = String(error);
  // Clients of Apollo and Mercurius compare `code` with strings, and Mercurius sends nothing else.
  return Object.assign(error, { extensions: { code: String(code), smsCode: code, ...fields } });
}
