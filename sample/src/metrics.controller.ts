import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, type OnApplicationShutdown, Req, Res } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** The OpenTelemetry SDK of the app, and the page on which Prometheus reads its metrics. */
@Controller('metrics')
export class MetricsController implements OnApplicationShutdown {
  readonly #exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  readonly #provider = new MeterProvider({ readers: [this.#exporter] });

  constructor() {
    metrics.setGlobalMeterProvider(this.#provider);
  }

  @Get()
  page(@Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    this.#exporter.getMetricsRequestHandler(request, response);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#provider.shutdown();
  }
}
