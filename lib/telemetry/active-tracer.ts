import { ProxyTracerProvider, trace, type Tracer } from '@opentelemetry/api';
import { TELEMETRY_SCOPE } from './telemetry-scope.js';

/**
 * The tracer of the SDK that is registered at this moment, or undefined where there is none: the
 * API itself would hand out one that does nothing, for which everything would have to be prepared.
 */
export function activeTracer(): Tracer | undefined {
  const provider = trace.getTracerProvider();
  return provider instanceof ProxyTracerProvider
    ? provider.getDelegateTracer(TELEMETRY_SCOPE)
    : provider.getTracer(TELEMETRY_SCOPE);
}
