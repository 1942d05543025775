import { ConnectionPools } from '../client/pool/connection-pools.js';
import { AliyunTransport } from '../client/aliyun-transport.js';
import { FlowControlGuard, MemoryLimitStore, type SmsLimits } from '../limits/index.js';
import { SmsMetrics } from '../telemetry/sms-metrics.js';
import { SmsTelemetryHooks } from '../telemetry/sms-telemetry.hooks.js';
import { TracedTransport } from '../telemetry/traced-transport.js';
import type { AliyunSmsSettings } from '../aliyun/aliyun-sms.settings.js';
import { SendLogger } from '../sms/send.logger.js';
import { SendWatch } from '../sms/send.watch.js';
import type { SmsHooks } from '../sms/sms-hooks.js';

/** How the sends of an instance are watched. */
export interface WatchOptions {
  logging?: boolean | undefined;
  telemetry?: boolean | undefined;
  hooks?: SmsHooks | SmsHooks[] | undefined;
}

export interface LeasedTransport {
  transport: AliyunTransport;
  /** Its calls are finished, its connections closed where nobody else uses them. */
  release: () => void;
}

/** What the instances of one application share. */
export class SmsRuntime {
  readonly #pools = new ConnectionPools();
  // One for all instances: those that share a sign share Aliyun's windows too.
  readonly #limitStore = new MemoryLimitStore();
  readonly #metrics = new SmsMetrics();
  /** Watch the sends of all instances. */
  readonly #observers = new Set<SmsHooks>();

  /** The way of one account to one endpoint, until it is released. */
  transport(settings: AliyunSmsSettings, isTraced: boolean): LeasedTransport {
    const { endpoint, credential, timeout, retry } = settings;
    const { pool, release } = this.#pools.lease({
      ...settings,
      connectTimeout: Math.ceil(timeout / 3),
    });
    const Transport = isTraced ? TracedTransport : AliyunTransport;
    return { transport: new Transport(pool, { endpoint, credential, timeout, retry }), release };
  }

  guard(limits: SmsLimits | undefined): FlowControlGuard | undefined {
    return limits && new FlowControlGuard(limits, this.#limitStore);
  }

  /** @param host of the API that the instance sends to */
  watch(instance: string, host: string, options: WatchOptions): SendWatch {
    const { logging = true, telemetry = true, hooks = [] } = options;
    return new SendWatch(
      instance,
      [
        ...(telemetry ? [new SmsTelemetryHooks(instance, host, this.#metrics)] : []),
        ...(logging ? [new SendLogger()] : []),
        ...[hooks].flat(),
      ],
      this.#observers,
    );
  }

  /** Has all sends watched, also those of instances to come; gives what ends it. */
  observe(hooks: SmsHooks): () => void {
    this.#observers.add(hooks);
    return () => void this.#observers.delete(hooks);
  }

  close(grace: number): Promise<void> {
    return this.#pools.close(grace);
  }
}
