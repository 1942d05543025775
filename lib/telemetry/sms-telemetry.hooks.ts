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
  type InstanceAttributes,
  instanceAttributes,
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
  readonly #common: InstanceAttributes;

  constructor(
    instance: string,
    host: string,
    private readonly metrics: SmsMetrics,
  ) {
    this.#common = instanceAttributes(instance, host);
  }

  onSend(send: SmsSendEvent): void {
    const tracer = activeTracer();
    const inFlight = this.metrics.active()?.inFlight;
    if (!tracer && !inFlight) return;
    const span = tracer?.startSpan(`send SMS.${send.instance}`, {
      kind: SpanKind.CLIENT,
      attributes: { ...this.#common, ...sendAttributes(send) },
    });
    inFlight?.add(1, this.#common);
    this.#started.set(send, { span, inFlight });
  }

  onResult(event: SmsResultEvent): void {
    const started = event.send && this.#started.get(event.send);
    started?.inFlight?.add(-1, this.#common);
    if (started?.span) end(started.span, event);
    this.#measure(event);
  }

  #measure(event: SmsResultEvent): void {
    const instruments = this.metrics.active();
    if (!instruments) return;
    const { send, attempts, duration } = event;
    const labels: Attributes = { ...this.#common, ...outcomeAttributes(event) };
    if (send) labels['aliyun.sms.template'] = templateLabel(send.template);
    instruments.sends.add(1, labels);
    if (!send) return;
    instruments.duration.record(duration / 1000, labels);
    if (attempts > 0) instruments.recipients.add(send.recipients, labels);
    if (attempts > 1) instruments.retries.add(attempts - 1, labels);
  }
}

function end(span: Span, event: SmsResultEvent): void {
  if (span.isRecording()) {
    span.setAttributes({ ...outcomeAttributes(event), ...resultAttributes(event) });
    if (event.error) span.setStatus({ code: SpanStatusCode.ERROR, message: event.error.message });
  }
  span.end();
}
