import { metrics, trace } from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { afterEach, describe, expect, it } from 'vitest';
import { SmsMetrics } from './sms-metrics.js';
import { activeTracer } from './tracer.js';

describe('where no SDK is registered', () => {
  afterEach(() => {
    trace.disable();
    metrics.disable();
  });

  it('there is no tracer, so that no span is prepared', () => {
    expect(activeTracer()).toBeUndefined();
    trace.setGlobalTracerProvider(new BasicTracerProvider());
    expect(activeTracer()).toBeDefined();
    trace.disable();
    expect(activeTracer()).toBeUndefined();
  });

  it('there are no instruments, until an SDK is registered', () => {
    const smsMetrics = new SmsMetrics();
    expect(smsMetrics.active()).toBeUndefined();
    metrics.setGlobalMeterProvider(new MeterProvider());
    const instruments = smsMetrics.active();
    expect(instruments).toBeDefined();
    expect(smsMetrics.active()).toBe(instruments);
    metrics.disable();
    expect(smsMetrics.active()).toBeUndefined();
  });
});
