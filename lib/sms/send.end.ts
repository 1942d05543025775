import type { CallTrace } from '../client/api-call.js';
import { type ApiResponse, unreadableResponse } from '../client/api-response.js';
import { placeOf } from '../errors/place-of.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { Send } from './send.js';
import type { SendMessageResult } from './send-message.result.js';
import type { SendWatch } from './send.watch.js';

/** How a send ends: with a result or an exception that names it, after its hooks were told. */
export class SendEnd {
  constructor(
    private readonly send: Send,
    private readonly trace: CallTrace,
    private readonly watch: SendWatch,
  ) {}

  answered(answer: ApiResponse): SendMessageResult {
    let result: SendMessageResult;
    try {
      result = resultOf(answer, this.send.outId);
    } catch (error) {
      throw this.failed(error);
    }
    return this.succeeded(result);
  }

  succeeded(result: SendMessageResult): SendMessageResult {
    this.watch.ended(this.send, result, this.trace);
    return result;
  }

  failed(thrown: unknown): SmsException {
    const { send } = this;
    const error = thrown instanceof SmsException ? thrown : internalError(thrown);
    error.at({ instance: send.instance, outId: send.outId });
    if (error instanceof SmsRequestException) error.about(send.sentAt, send.reveal().phones);
    this.watch.ended(send, error, this.trace);
    return error;
  }
}

/** @throws SmsRequestException for an OK that no receipt could be matched to */
function resultOf({ body, statusCode }: ApiResponse, outId: string): SendMessageResult {
  const { Message: message, BizId: bizId, RequestId: requestId } = body;
  if (typeof bizId !== 'string' || bizId === '') {
    throw unreadableResponse(statusCode, 'it says OK without a BizId');
  }
  return {
    code: 'OK',
    message: typeof message === 'string' ? message : 'OK',
    bizId,
    requestId: typeof requestId === 'string' ? requestId : '',
    outId,
  };
}

// A fault of ours, or of something that was handed in, somewhere on the road: nobody can tell how far
// the message came.
function internalError(thrown: unknown): SmsRequestException {
  const error = thrown instanceof Error ? thrown : undefined;
  const name = error?.name ?? typeof thrown;
  const place = (error && placeOf(error)) ?? 'an unknown place';
  return new SmsRequestException({
    reason: 'internal',
    outcome: 'unknown',
    detail: `The send ended in a ${/^\w{1,40}$/.test(name) ? name : 'fault'} at ${place}, which should be reported as a bug`,
  });
}
