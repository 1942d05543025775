import { unreadable } from '../client/answer.js';
import type { ApiAnswer, CallTrace } from '../client/api-call.js';
import type { DysmsTransport } from '../client/dysms-transport.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { FlowControlGuard } from '../limits/index.js';
import type { Send } from './send.js';
import type { SendMessageResult } from './send-message.result.js';
import type { SendWatch } from './send.watch.js';
import { withinLimits } from './within-limits.js';

/** The one road of every send, single or in bulk: hooks, limits, transport, result. */
export class SendCourier {
  constructor(
    private readonly transport: DysmsTransport,
    private readonly guard: FlowControlGuard | undefined,
    private readonly watch: SendWatch,
  ) {}

  // Thousands may wait in here, so that it holds as little as can be.
  async deliver(send: Send, trace: CallTrace, signal?: AbortSignal): Promise<SendMessageResult> {
    this.watch.started(send);
    try {
      const answer = await this.#submit(send, trace, signal);
      const result = resultOf(answer, send.outId);
      this.watch.ended(send, result, trace);
      return result;
    } catch (thrown) {
      throw this.#failed(thrown, send, trace);
    }
  }

  #submit(send: Send, trace: CallTrace, signal: AbortSignal | undefined): Promise<ApiAnswer> {
    const call = () => this.#call(send, trace, signal);
    return this.guard ? withinLimits(this.guard, send, call) : call();
  }

  #call(send: Send, trace: CallTrace, signal: AbortSignal | undefined): Promise<ApiAnswer> {
    const { action, query, form } = send.toOperation();
    return this.transport.call({ action, query, form, mustBeOk: true, signal, trace });
  }

  #failed(thrown: unknown, send: Send, trace: CallTrace): SmsException {
    const error = thrown instanceof SmsException ? thrown : internalError(thrown);
    error.at({ instance: send.instance, outId: send.outId });
    if (error instanceof SmsRequestException) error.about(send.sentAt, send.reveal().phones);
    this.watch.ended(send, error, trace);
    return error;
  }
}

/** @throws SmsRequestException for an OK that no receipt could be matched to */
function resultOf({ body, statusCode }: ApiAnswer, outId: string): SendMessageResult {
  const { Message: message, BizId: bizId, RequestId: requestId } = body;
  if (typeof bizId !== 'string' || bizId === '') {
    throw unreadable(statusCode, 'it says OK without a BizId');
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
// the message came. Its text may hold anything, so its place alone is told.
function internalError(thrown: unknown): SmsRequestException {
  const { name = typeof thrown, stack = '' } = thrown instanceof Error ? thrown : {};
  const place = /\n\s+at .*?([\w.-]+:\d+):\d+\)?$/m.exec(stack)?.[1] ?? 'an unknown place';
  return new SmsRequestException({
    reason: 'internal',
    outcome: 'unknown',
    detail: `The send ended in a ${/^\w{1,40}$/.test(name) ? name : 'fault'} at ${place}, which should be reported as a bug`,
  });
}
