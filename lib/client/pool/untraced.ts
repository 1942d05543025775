import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';

// The key that `suppressTracing` of @opentelemetry/core sets, which comes with an SDK only.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
// Where nothing is active, as without an SDK, every request runs in the same context.
const SUPPRESSED_ROOT = ROOT_CONTEXT.setValue(SUPPRESS_TRACING, true);

/**
 * Runs a request to Aliyun so that no instrumentation of HTTP makes a span of it: such a span has
 * the URL, and in the URL stand phone numbers and codes.
 */
export function untraced<T>(request: () => T): T {
  const active = context.active();
  // A call that has waited starts where the one before it has ended.
  if (active.getValue(SUPPRESS_TRACING) === true) return request();
  const suppressed =
    active === ROOT_CONTEXT ? SUPPRESSED_ROOT : active.setValue(SUPPRESS_TRACING, true);
  return context.with(suppressed, request);
}
