import { setMaxListeners } from 'node:events';
import { Logger } from '@nestjs/common';
import { AliyunTransport } from '../client/aliyun-transport.js';
import type { ClientSettings } from '../client/client-settings.js';
import { isUnencrypted } from '../client/endpoint.js';
import { ConnectionPools } from '../client/pool/connection-pools.js';
import { DEFAULT_TIMEOUT } from '../common/defaults.js';
import { FlowControlGuard, MemoryLimitStore } from '../limits/index.js';
import { HookRunner } from '../sms/hook-runner.js';
import { limitsStage } from '../sms/limits-stage.js';
import { SendLogger } from '../sms/send-logger.js';
import { SendPipeline, type SendStages } from '../sms/send-pipeline.js';
import type { SmsHooks } from '../sms/sms-hooks.js';
import type {
  LeasedTransport,
  PipelineSetup,
  SendOptions,
  SmsRuntime,
} from '../sms/sms-runtime.interface.js';
import { SmsMetrics } from '../telemetry/sms-metrics.js';
import { SmsTelemetryHooks } from '../telemetry/sms-telemetry.hooks.js';
import { TracedTransport } from '../telemetry/traced-transport.js';

/** What the instances of one application share: it composes connections, limits, telemetry and observers. */
export class InstanceRuntime implements SmsRuntime {
  readonly #pools = new ConnectionPools();
  // One for all instances: those that share a sign share Aliyun's windows too.
  readonly #limitStore = new MemoryLimitStore();
  readonly #metrics = new SmsMetrics();
  readonly #observers = new Set<SmsHooks>();
  readonly #closing = new AbortController();
  /** Endpoints of which the log has warned. */
  readonly #warned = new Set<string>();

  constructor() {
    // Each bulk send listens, and Node warns from the eleventh listener on.
    setMaxListeners(0, this.#closing.signal);
  }

  connect(settings: ClientSettings, isTraced: boolean): LeasedTransport {
    this.#warnOfPlainHttp(settings);
    const connectTimeout = Math.ceil(settings.timeout / 3);
    const { pool, release } = this.#pools.lease({ ...settings, connectTimeout });
    const Transport = isTraced ? TracedTransport : AliyunTransport;
    return { transport: new Transport(pool, settings), release };
  }

  createPipeline({ options, tracedHost, ...setup }: PipelineSetup): SendPipeline {
    const hooks = [...this.#telemetry(setup.instance, tracedHost), ...ownHooks(options)];
    return new SendPipeline({
      ...setup,
      sign: options.verifySign,
      closing: this.#closing.signal,
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
      hooks: new HookRunner(setup.instance, hooks, this.#observers),
      stages: this.#stages(options),
    });
  }

  /** Calls the hooks for the sends of all instances, also of those to come. Returns a function that ends it. */
  observe(hooks: SmsHooks): () => void {
    this.#observers.add(hooks);
    return () => void this.#observers.delete(hooks);
  }

  close(grace: number): Promise<void> {
    const closed = this.#pools.close(grace);
    this.#closing.abort();
    return closed;
  }

  #warnOfPlainHttp({ endpoint }: ClientSettings): void {
    if (!isUnencrypted(endpoint) || this.#warned.has(endpoint.origin)) return;
    this.#warned.add(endpoint.origin);
    new Logger('AliyunSms').warn(
      `insecure: true lets keys and messages travel unencrypted to ${endpoint.origin}: use it for an emulator only`,
    );
  }

  // The places of `idempotency` and `guard` are here, as soon as there are options that ask for them.
  #stages({ limits }: SendOptions): SendStages {
    return { limits: limits && limitsStage(new FlowControlGuard(limits, this.#limitStore)) };
  }

  #telemetry(instance: string, host: string | undefined): SmsHooks[] {
    return host === undefined ? [] : [new SmsTelemetryHooks(instance, host, this.#metrics)];
  }
}

function ownHooks({ logging = true, hooks = [] }: SendOptions): SmsHooks[] {
  return [...(logging ? [new SendLogger()] : []), ...[hooks].flat()];
}
