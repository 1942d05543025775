import { metrics, trace } from '@opentelemetry/api';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { afterEach, describe, expect, it } from 'vitest';
import { activeTracer } from './active-tracer.js';
import { SmsMetrics } from './sms-metrics.js';

describe('where no SDK is registered', () => {
  afterEach(() => {
    trace.disable();
    metrics.disable();
  });

  it('there is no tracer, so that nothing is prepared for one', () => {
    expect(activeTracer()).toBeUndefined();
    trace.setGlobalTracerProvider(new BasicTracerProvider());
    expect(activeTracer()).toBeDefined();
    trace.disable();
    expect(activeTracer()).toBeUndefined();
  });

  it('there are no instruments, and later those of the SDK that came', () => {
    const own = new SmsMetrics();
    expect(own.active()).toBeUndefined();
    metrics.setGlobalMeterProvider(new MeterProvider());
    const instruments = own.active();
    expect(instruments).toBeDefined();
    expect(own.active()).toBe(instruments);
    metrics.disable();
    expect(own.active()).toBeUndefined();
  });
});
