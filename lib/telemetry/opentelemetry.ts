import { requireOpenTelemetry } from '../common/lazy-require.cjs';

// Every SDK registers itself here, whichever copy of the API it has loaded.
const REGISTERED = Symbol.for('opentelemetry.js.api.1');

/** Returns the API of OpenTelemetry, or undefined while no SDK is registered: all that it would do is nothing. */
export function openTelemetry(): typeof import('@opentelemetry/api') | undefined {
  return REGISTERED in globalThis ? requireOpenTelemetry() : undefined;
}

// Of the enums SpanKind and SpanStatusCode, which are values of the API.
export const CLIENT_SPAN = 2;
export const ERROR_STATUS = 2;
