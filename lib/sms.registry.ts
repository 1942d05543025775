import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import type { AliyunSmsOptions, SmsInstanceOptions } from './aliyun-sms.options.js';
import { ConnectionPools } from './client/connection-pools.js';
import { DysmsTransport } from './client/dysms-transport.js';
import { SmsConfigurationError } from './errors/sms-configuration.error.js';
import { SmsInstanceExistsError } from './errors/sms-instance-exists.error.js';
import { SmsInstanceUnknownError } from './errors/sms-instance-unknown.error.js';
import { FlowControlGuard, MemoryLimitStore } from './limits/index.js';
import { instanceSettings } from './instance-settings.js';
import { AliyunSms } from './sms/aliyun-sms.js';
import { SendLogger } from './sms/send.logger.js';
import { SmsMetrics } from './telemetry/sms-metrics.js';
import { SmsTelemetryHooks } from './telemetry/sms-telemetry.hooks.js';
import { TracedTransport } from './telemetry/traced-transport.js';
import { DEFAULT_INSTANCE, getSmsToken, SMS_ROOT_OPTIONS } from './sms.tokens.js';

const DEFAULT_SHUTDOWN_GRACE = 5000;

/** The SMS instances of one application. */
@Injectable()
export class SmsRegistry implements OnApplicationShutdown {
  readonly #instances = new Map<string, AliyunSms>();
  readonly #pools = new ConnectionPools();
  // One for all instances: those that share a sign share Aliyun's windows too.
  readonly #limitStore = new MemoryLimitStore();
  readonly #metrics = new SmsMetrics();
  #hasRootInstance = false;

  constructor(
    @Optional()
    @Inject(SMS_ROOT_OPTIONS)
    private readonly root?: AliyunSmsOptions,
  ) {}

  /**
   * The instance of this name, the default one where none is given.
   *
   * @throws SmsInstanceUnknownError which lists those that exist
   */
  get(name: string = DEFAULT_INSTANCE): AliyunSms {
    const instance = this.#instances.get(name);
    if (!instance) throw new SmsInstanceUnknownError(name, this.names());
    return instance;
  }

  /**
   * The instance of this full name, as the JitAi platform writes it.
   *
   * @example registry.getElement('SMS.login')
   * @throws SmsInstanceUnknownError which lists those that exist
   */
  getElement(fullName: string): AliyunSms {
    const instance = this.#byFullName(fullName);
    if (!instance) throw new SmsInstanceUnknownError(fullName, this.names().map(getSmsToken));
    return instance;
  }

  /** Names of the instances, in the order of their registration. */
  names(): string[] {
    return [...this.#instances.keys()];
  }

  /**
   * Adds an instance, which inherits from `forRoot` what it leaves out.
   *
   * @throws SmsInstanceExistsError where the name is taken
   * @throws SmsConfigurationError where the settings cannot work
   */
  register(options: SmsInstanceOptions): AliyunSms {
    return this.#add(options, false);
  }

  /** Takes an instance out; what it is sending is finished. False where there is none. */
  unregister(name: string): boolean {
    return this.#instances.delete(name);
  }

  /** @internal The instance that `forRoot` makes. */
  registerRoot(options: SmsInstanceOptions): AliyunSms {
    if (this.#hasRootInstance) {
      throw new SmsConfigurationError(options.name, [
        'AliyunSmsModule.forRoot is imported twice: keep one of them and give further instances in forFeature',
      ]);
    }
    this.#hasRootInstance = true;
    return this.#add(options, true);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pools.close(this.root?.shutdownGrace ?? DEFAULT_SHUTDOWN_GRACE);
  }

  #byFullName(fullName: string): AliyunSms | undefined {
    const prefix = getSmsToken('');
    return fullName.startsWith(prefix)
      ? this.#instances.get(fullName.slice(prefix.length))
      : undefined;
  }

  #add(options: SmsInstanceOptions, isDefault: boolean): AliyunSms {
    const settings = instanceSettings(options, { root: this.root, isDefault });
    if (this.#instances.has(settings.name)) throw new SmsInstanceExistsError(settings.name);
    const { endpoint, credential, timeout, retry } = settings;
    const pool = this.#pools.get({ ...settings, connectTimeout: Math.ceil(timeout / 3) });
    const Transport = settings.telemetry ? TracedTransport : DysmsTransport;
    const transport = new Transport(pool, { endpoint, credential, timeout, retry });
    const hooks = [
      ...(settings.telemetry
        ? [new SmsTelemetryHooks(settings.name, endpoint.host, this.#metrics)]
        : []),
      ...(settings.logging ? [new SendLogger()] : []),
      ...settings.hooks,
    ];
    const guard = settings.limits && new FlowControlGuard(settings.limits, this.#limitStore);
    const instance = new AliyunSms({ ...settings, transport, hooks, guard });
    this.#instances.set(settings.name, instance);
    return instance;
  }
}
