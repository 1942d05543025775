import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  type DataPoint,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

export interface RegisteredSdk {
  /** The spans that have ended. */
  spans(): ReadableSpan[];
  /** The data points of every metric by its name, up to now. */
  metrics(): Promise<Record<string, DataPoint<unknown>[]>>;
  /** All that was exported, as text. */
  dump(): Promise<string>;
  remove(): Promise<void>;
}

/** Registers a real OpenTelemetry SDK for the whole process; to be removed before the next spec. */
export function registerSdk(): RegisteredSdk {
  const spanExporter = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spanExporter)],
  });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
  const meterProvider = new MeterProvider({ readers: [reader] });
  trace.setGlobalTracerProvider(tracerProvider);
  metrics.setGlobalMeterProvider(meterProvider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

  async function collect() {
    metricExporter.reset();
    await reader.forceFlush();
    return metricExporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap((scope) => scope.metrics);
  }
  return {
    spans: () => spanExporter.getFinishedSpans(),
    metrics: async () =>
      Object.fromEntries(
        (await collect()).map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]),
      ),
    dump: async () => {
      const spans = spanExporter
        .getFinishedSpans()
        .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
      return JSON.stringify([spans, await collect()]);
    },
    remove: async () => {
      trace.disable();
      metrics.disable();
      context.disable();
      await Promise.all([tracerProvider.shutdown(), meterProvider.shutdown()]);
    },
  };
}
