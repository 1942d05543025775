import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { ApiAnswer, ApiCall } from '../client/api-call.js';
import { DysmsTransport } from '../client/aliyun-transport.js';
import { SmsException } from '../errors/sms.exception.js';
import { activeTracer } from './active-tracer.js';
import { codeLabel, errorAttributes, idAttribute, serverAttributes } from './sms-attributes.js';

/**
 * Makes a client span of every call that is not one of our sends, which have their own: what
 * `findMessage` and `ping` ask, and the operations of `client`.
 */
export class TracedTransport extends DysmsTransport {
  override call(call: ApiCall): Promise<ApiAnswer> {
    const tracer = call.trace ? undefined : activeTracer();
    return tracer ? this.#traced(call, tracer) : super.call(call);
  }

  async #traced(call: ApiCall, tracer: Tracer): Promise<ApiAnswer> {
    const span = tracer.startSpan(`Dysmsapi/${call.action}`, {
      kind: SpanKind.CLIENT,
      attributes: {
        'rpc.system': 'aliyun',
        'rpc.service': 'Dysmsapi',
        'rpc.method': call.action,
        ...serverAttributes(this.host),
      },
    });
    try {
      const answer = await super.call(call);
      answered(span, answer.body);
      return answer;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (error instanceof SmsException) span.setAttributes(errorAttributes(error));
      throw error;
    } finally {
      span.end();
    }
  }
}

// The operations of the SDK return a refusal where the calls of our own throw it.
function answered(span: Span, { Code: code, RequestId: requestId }: ApiAnswer['body']): void {
  span.setAttributes(idAttribute('aliyun.sms.request_id', requestId));
  if (typeof code !== 'string') return;
  span.setAttribute('aliyun.sms.code', codeLabel(code));
  if (code === 'OK') return;
  span.setAttribute('error.type', codeLabel(code));
  span.setStatus({ code: SpanStatusCode.ERROR });
}
