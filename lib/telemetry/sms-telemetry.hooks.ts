import {
  type Attributes,
  type Span,
  SpanKind,
  SpanStatusCode,
  type UpDownCounter,
} from '@opentelemetry/api';
import type { SmsHooks, SmsResultEvent, SmsSendEvent } from '../sms/sms-hooks.js';
import { activeTracer } from './active-tracer.js';
import {
  clientAttributes,
  outcomeAttributes,
  resultAttributes,
  sendAttributes,
  templateLabel,
} from './sms-attributes.js';
import type { SmsMetrics } from './sms-metrics.js';

interface StartedSend {
  span: Span | undefined;
  /** The very counter that went up has to come down, whatever SDK is registered by then. */
  inFlight: UpDownCounter | undefined;
}

/**
 * Tells OpenTelemetry of the sends of an instance: a client span and metrics, where an SDK is
 * registered. The span is a child of what is active when `sendMessage` is called, and is not made
 * active itself, which no hook can do.
 */
export class SmsTelemetryHooks implements SmsHooks {
  readonly #started = new WeakMap<SmsSendEvent, StartedSend>();
  readonly #instance: Readonly<Attributes>;
  readonly #common: Readonly<Attributes>;

  constructor(
    instance: string,
    host: string,
    private readonly metrics: SmsMetrics,
  ) {
    this.#instance = { 'aliyun.sms.instance': instance };
    this.#common = { ...clientAttributes(host), ...this.#instance };
  }

  onSend(send: SmsSendEvent): void {
    const tracer = activeTracer();
    const inFlight = this.metrics.active()?.inFlight;
    if (!tracer && !inFlight) return;
    const span = tracer?.startSpan(`send SMS.${send.instance}`, {
      kind: SpanKind.CLIENT,
      attributes: { ...this.#common, ...sendAttributes(send) },
    });
    inFlight?.add(1, this.#instance);
    this.#started.set(send, { span, inFlight });
  }

  onResult(event: SmsResultEvent): void {
    const started = event.send && this.#started.get(event.send);
    started?.inFlight?.add(-1, this.#instance);
    if (started?.span) end(started.span, event);
    this.#measure(event);
  }

  #measure(event: SmsResultEvent): void {
    const instruments = this.metrics.active();
    if (!instruments) return;
    const { send, attempts, duration } = event;
    // An SDK hashes every label of every measurement, so ours go without what is always the same.
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

function end(span: Span, event: SmsResultEvent): void {
  if (span.isRecording()) {
    span.setAttributes({ ...outcomeAttributes(event), ...resultAttributes(event) });
    if (event.error) span.setStatus({ code: SpanStatusCode.ERROR, message: event.error.message });
  }
  span.end();
}
