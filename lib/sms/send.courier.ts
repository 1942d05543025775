import type { ApiAnswer, ApiCall, CallTrace } from '../client/api-call.js';
import type { DysmsTransport } from '../client/aliyun-transport.js';
import type { FlowControlGuard } from '../limits/index.js';
import type { Send } from './send.js';
import { SendEnd } from './send.end.js';
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

  deliver(send: Send, trace: CallTrace, signal?: AbortSignal): Promise<SendMessageResult> {
    this.watch.started(send);
    const { action, query, form } = send.toOperation();
    const call: ApiCall = { action, query, form, mustBeOk: true, signal, trace };
    const end = new SendEnd(send, trace, this.watch);
    return this.guard
      ? this.#deliverWithin(this.guard, send, call, end)
      : this.transport.carry(call, end);
  }

  async #deliverWithin(
    guard: FlowControlGuard,
    send: Send,
    call: ApiCall,
    end: SendEnd,
  ): Promise<SendMessageResult> {
    let answer: ApiAnswer;
    try {
      answer = await withinLimits(guard, send, () => this.transport.call(call));
    } catch (error) {
      throw end.failed(error);
    }
    return end.answered(answer);
  }
}
