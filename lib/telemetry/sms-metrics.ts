import type { Counter, Histogram, Meter, MeterProvider, UpDownCounter } from '@opentelemetry/api';
import { openTelemetry } from './opentelemetry.js';
import { TELEMETRY_SCOPE } from './tracer.js';

/** Standard names are from https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/ */
export interface SmsInstruments {
  sends: Counter;
  recipients: Counter;
  retries: Counter;
  inFlight: UpDownCounter;
  duration: Histogram;
}

/**
 * The instruments of one application. Unlike the traces API, the metrics API has no proxies: instruments
 * that are made before an SDK is registered never reach it. So they are made again for each new provider.
 */
export class SmsMetrics {
  #provider: MeterProvider | undefined;
  #instruments: SmsInstruments | undefined;

  /** Returns the instruments, or undefined if no SDK is registered. */
  active(): SmsInstruments | undefined {
    const api = openTelemetry();
    if (!api) return undefined;
    const provider = api.metrics.getMeterProvider();
    if (provider !== this.#provider) {
      this.#provider = provider;
      const meter = provider.getMeter(TELEMETRY_SCOPE);
      this.#instruments = meter === api.createNoopMeter() ? undefined : createInstruments(meter);
    }
    return this.#instruments;
  }
}

function createInstruments(meter: Meter): SmsInstruments {
  return {
    sends: meter.createCounter('aliyun.sms.sends', {
      description: 'Calls of sendMessage, those refused as invalid included.',
      unit: '{send}',
    }),
    recipients: meter.createCounter('messaging.client.sent.messages', {
      description: 'Messages, one a recipient, of the sends for which a request was attempted.',
      unit: '{message}',
    }),
    retries: meter.createCounter('aliyun.sms.retries', {
      description: 'Requests that were made again since the one before was not executed.',
      unit: '{request}',
    }),
    inFlight: meter.createUpDownCounter('aliyun.sms.active_sends', {
      description: 'Sends that have not ended yet.',
      unit: '{send}',
    }),
    duration: meter.createHistogram('messaging.client.operation.duration', {
      description: 'Duration of a send, repeats included.',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [
          0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
        ],
      },
    }),
  };
}
