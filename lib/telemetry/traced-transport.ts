import type { Span, Tracer } from '@opentelemetry/api';
import { AliyunTransport } from '../client/aliyun-transport.js';
import type { ApiCall } from '../client/api-call.js';
import type { ApiResponse } from '../client/api-response.js';
import { SmsException } from '../errors/sms.exception.js';
import { CLIENT_SPAN, ERROR_STATUS } from './opentelemetry.js';
import { codeLabel, errorAttributes, idAttribute, serverAttributes } from './sms-attributes.js';
import { activeTracer } from './tracer.js';

/**
 * Makes a client span for every call that has no span yet: the calls of `findMessage` and `ping`, and the
 * operations of `client`. The span of a send is made by `SmsTelemetryHooks`.
 */
export class TracedTransport extends AliyunTransport {
  override call(call: ApiCall): Promise<ApiResponse> {
    const tracer = call.hasOwnSpan ? undefined : activeTracer();
    return tracer ? this.#traced(call, tracer) : super.call(call);
  }

  async #traced(call: ApiCall, tracer: Tracer): Promise<ApiResponse> {
    const span = tracer.startSpan(`${call.product}/${call.action}`, {
      kind: CLIENT_SPAN,
      attributes: {
        'rpc.system': 'aliyun',
        'rpc.service': call.product,
        'rpc.method': call.action,
        ...serverAttributes(this.host),
      },
    });
    try {
      const response = await super.call(call);
      describeResponse(span, response.body);
      return response;
    } catch (error) {
      span.setStatus({ code: ERROR_STATUS });
      if (error instanceof SmsException) span.setAttributes(errorAttributes(error));
      throw error;
    } finally {
      span.end();
    }
  }
}

// The operations of the SDK return a refusal. Our own calls throw it.
function describeResponse(
  span: Span,
  { Code: code, RequestId: requestId }: ApiResponse['body'],
): void {
  span.setAttributes(idAttribute('aliyun.sms.request_id', requestId));
  if (typeof code !== 'string') return;
  span.setAttribute('aliyun.sms.code', codeLabel(code));
  if (code === 'OK') return;
  span.setAttribute('error.type', codeLabel(code));
  span.setStatus({ code: ERROR_STATUS });
}
