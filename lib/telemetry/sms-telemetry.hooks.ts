import type { Attributes, Span, UpDownCounter } from '@opentelemetry/api';
import type { SmsHooks, SmsResultEvent, SmsSendEvent } from '../sms/sms-hooks.js';
import { CLIENT_SPAN, ERROR_STATUS } from './opentelemetry.js';
import {
  clientAttributes,
  outcomeAttributes,
  resultAttributes,
  sendAttributes,
  templateLabel,
} from './sms-attributes.js';
import type { SmsMetrics } from './sms-metrics.js';
import { activeTracer } from './tracer.js';

interface StartedSend {
  span: Span | undefined;
  /** Kept, because the counter that went up must come down, even if another SDK is registered by then. */
  inFlight: UpDownCounter | undefined;
}

/**
 * Reports the sends of an instance to OpenTelemetry, if an SDK is registered: a client span and metrics.
 * The parent of the span is the span that is active when `sendMessage` is called. A hook cannot make its
 * own span active.
 */
export class SmsTelemetryHooks implements SmsHooks {
  readonly #started = new WeakMap<SmsSendEvent, StartedSend>();
  readonly #metrics: SmsMetrics;
  readonly #instance: Readonly<Attributes>;
  readonly #common: Readonly<Attributes>;

  constructor(instance: string, host: string, metrics: SmsMetrics) {
    this.#metrics = metrics;
    this.#instance = { 'aliyun.sms.instance': instance };
    this.#common = { ...clientAttributes(host), ...this.#instance };
  }

  onSend(send: SmsSendEvent): void {
    const tracer = activeTracer();
    const inFlight = this.#metrics.active()?.inFlight;
    if (!tracer && !inFlight) return;
    const span = tracer?.startSpan(`send SMS.${send.instance}`, {
      kind: CLIENT_SPAN,
      attributes: { ...this.#common, ...sendAttributes(send) },
    });
    inFlight?.add(1, this.#instance);
    this.#started.set(send, { span, inFlight });
  }

  onResult(event: SmsResultEvent): void {
    const started = event.send && this.#started.get(event.send);
    started?.inFlight?.add(-1, this.#instance);
    if (started?.span) endSpan(started.span, event);
    this.#measure(event);
  }

  #measure(event: SmsResultEvent): void {
    const instruments = this.#metrics.active();
    if (!instruments) return;
    const { send, attempts, duration } = event;
    // An SDK hashes every label of every measurement, so our own metrics leave out the constant labels.
    const labels: Attributes = { ...this.#instance, ...outcomeAttributes(event) };
    if (send) labels['aliyun.sms.template'] = templateLabel(send.template);
    instruments.sends.add(1, labels);
    if (!send) return;
    if (attempts > 1) instruments.retries.add(attempts - 1, labels);
    const standard = { ...this.#common, ...labels };
    instruments.duration.record(duration / 1000, standard);
    if (attempts > 0) instruments.recipients.add(send.recipients, standard);
  }
}

function endSpan(span: Span, event: SmsResultEvent): void {
  if (span.isRecording()) {
    span.setAttributes({ ...outcomeAttributes(event), ...resultAttributes(event) });
    if (event.error) span.setStatus({ code: ERROR_STATUS, message: event.error.message });
  }
  span.end();
}
