import type { Tracer } from '@opentelemetry/api';
import { openTelemetry } from './opentelemetry.js';

/** Name of the instrumentation scope of our spans and metrics. */
export const TELEMETRY_SCOPE = 'nestjs-aliyun-sms';

/**
 * Returns the tracer of the SDK that is registered now, or undefined if there is none. The API by itself
 * returns a tracer that does nothing, and every span for it would be prepared in vain.
 */
export function activeTracer(): Tracer | undefined {
  const api = openTelemetry();
  if (!api) return undefined;
  const provider = api.trace.getTracerProvider();
  return provider instanceof api.ProxyTracerProvider
    ? provider.getDelegateTracer(TELEMETRY_SCOPE)
    : provider.getTracer(TELEMETRY_SCOPE);
}
