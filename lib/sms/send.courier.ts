import type { AliyunTransport } from '../client/aliyun-transport.js';
import type { ApiCall, CallTrace } from '../client/api-call.js';
import type { ApiResponse } from '../client/api-response.js';
import { DYSMS_API } from '../client/dysms-api.js';
import type { FlowControlGuard } from '../limits/index.js';
import type { Send } from './send.js';
import { SendEnd } from './send.end.js';
import type { SendMessageResult } from './send-message.result.js';
import type { SendWatch } from './send.watch.js';
import { withinLimits } from './within-limits.js';

/** The one road of every send, single or in bulk: hooks, limits, transport, result. */
export class SendCourier {
  constructor(
    private readonly transport: AliyunTransport,
    private readonly guard: FlowControlGuard | undefined,
    private readonly watch: SendWatch,
  ) {}

  deliver(send: Send, trace: CallTrace, signal?: AbortSignal): Promise<SendMessageResult> {
    this.watch.started(send);
    const { action, query, form } = send.toOperation();
    const call: ApiCall = {
      product: DYSMS_API.product,
      version: DYSMS_API.version,
      action,
      query,
      form,
      mustBeOk: true,
      hasOwnSpan: true,
      signal,
      trace,
    };
    const end = new SendEnd(send, trace, this.watch);
    return this.#call(send, call, end);
  }

  async #call(send: Send, call: ApiCall, end: SendEnd): Promise<SendMessageResult> {
    const submit = () => this.transport.call(call);
    let response: ApiResponse;
    try {
      response = await (this.guard ? withinLimits(this.guard, send, submit) : submit());
    } catch (error) {
      throw end.failed(error);
    }
    return end.answered(response);
  }
}
