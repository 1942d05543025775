import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Optional,
} from '@nestjs/common';
import type { AliyunSmsOptions, SmsInstanceOptions } from '../aliyun/aliyun-sms.options.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsInstanceExistsError } from '../errors/sms-instance-exists.error.js';
import { SmsInstanceUnknownError } from '../errors/sms-instance-unknown.error.js';
import type { AliyunSms } from '../aliyun/aliyun-sms.js';
import type { Sms } from '../sms/sms.js';
import type { SmsHooks } from '../sms/sms-hooks.js';
import { SmsRuntime } from './sms.runtime.js';
import {
  DEFAULT_INSTANCE,
  getSmsToken,
  SMS_ROOT_OPTIONS,
  SMS_TYPES,
} from '../common/sms.tokens.js';
import { type SmsInstances, type SmsTypes, shownConfig } from '../schema/index.js';
import { dependencyError } from './dependencies.js';
import { InstanceChanges } from './instance-changes.js';
import { InstanceFactory, type InstanceOptions } from './instance-factory.js';
import { createHandle } from './instance-handle.js';
import type { RegisteredInstance } from './registered-instance.js';
import type {
  SmsInstanceChange,
  SmsInstanceInfo,
  SmsInstanceOrigin,
  SmsTypeInfo,
} from './sms-instance-info.interface.js';
import { TenantLoader } from './tenant-loader.js';
import { TypeForms } from './type-forms.js';

const DEFAULT_SHUTDOWN_GRACE = 5000;

/** The SMS instances of one application. */
@Injectable()
export class SmsRegistry implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #instances = new Map<string, RegisteredInstance>();
  readonly #handles = new Map<string, Sms>();
  readonly #changes = new InstanceChanges();
  readonly #runtime = new SmsRuntime();
  readonly #forms: TypeForms;
  readonly #grace: number;
  readonly #factory: InstanceFactory;
  readonly #tenants: TenantLoader;
  #hasRootInstance = false;
  #hasStarted = false;

  constructor(
    @Inject(SMS_TYPES) types: SmsTypes,
    @Optional() @Inject(SMS_ROOT_OPTIONS) root?: AliyunSmsOptions,
  ) {
    const instances: SmsInstances = {
      get: (name) => this.get<Sms>(name),
      revision: (name) => this.#instances.get(name)?.revision ?? 0,
    };
    this.#forms = new TypeForms(types, root);
    this.#grace = root?.shutdownGrace ?? DEFAULT_SHUTDOWN_GRACE;
    this.#factory = new InstanceFactory({ types, runtime: this.#runtime, instances, root });
    this.#tenants = new TenantLoader(root, {
      instances: this.#instances,
      add: (options) => this.add(options, 'resolver'),
      drop: (name) => this.unregister(name),
    });
    if (this.#tenants.isThere) {
      this.#runtime.observe({ onSend: (send) => this.#tenants.touch(send.instance) });
    }
  }

  /**
   * The instance of this name, the default one where none is given. It stands for whatever is
   * registered under the name, also after `replace`.
   *
   * Where `forRoot` has a `resolve`, an instance that is not loaded yet is loaded by the first
   * `sendMessage`; `load` waits for it.
   *
   * @throws SmsInstanceUnknownError which lists those that exist
   */
  get<T extends Sms = AliyunSms>(name: string = DEFAULT_INSTANCE): T {
    if (!this.#instances.has(name) && !this.#tenants.isThere) {
      throw new SmsInstanceUnknownError(name, this.names());
    }
    return this.#handle(name) as T;
  }

  /**
   * The instance of this full name, as the JitAi platform writes it.
   *
   * @example registry.getElement('SMS.login')
   * @throws SmsInstanceUnknownError which lists those that exist
   */
  getElement<T extends Sms = AliyunSms>(fullName: string): T {
    const prefix = getSmsToken('');
    const name = fullName.startsWith(prefix) ? fullName.slice(prefix.length) : undefined;
    if (name === undefined || (!this.#instances.has(name) && !this.#tenants.isThere)) {
      throw new SmsInstanceUnknownError(fullName, this.names().map(getSmsToken));
    }
    return this.get<T>(name);
  }

  /**
   * The instance of this name, loaded by the `resolve` of `forRoot` where it has to be.
   *
   * @throws SmsInstanceUnknownError where `resolve` knows none either
   * @throws SmsConfigurationError where what it gives cannot work
   * @throws SmsRequestException where it fails
   */
  async load<T extends Sms = AliyunSms>(name: string): Promise<T> {
    await this.#tenants.load(name);
    return this.#handle(name) as T;
  }

  has(name: string): boolean {
    return this.#instances.has(name);
  }

  /** Names of the instances, in the order of their registration. */
  names(): string[] {
    return [...this.#instances.keys()];
  }

  /** The instances as they may be shown to anybody. */
  list(): SmsInstanceInfo[] {
    return [...this.#instances.values()].map(({ sms, config, origin }) => {
      const { name, title, type } = sms;
      return { name, title, type, origin, config: shownConfig(this.#forms.of(type), config) };
    });
  }

  /** The types that an instance may have, with the forms of their configurations. */
  types(): SmsTypeInfo[] {
    return this.#forms.all();
  }

  /**
   * Adds an instance, which inherits from `forRoot` what it leaves out.
   *
   * @throws SmsInstanceExistsError where the name is taken
   * @throws SmsConfigurationError where the settings cannot work
   */
  register<T extends Sms = AliyunSms>(options: SmsInstanceOptions): T {
    return this.add(options, 'runtime') as T;
  }

  /**
   * Puts an instance in the place of the one of its name, also where that was injected. What the
   * former one is sending is finished there.
   *
   * @throws SmsInstanceUnknownError where there is none of the name
   * @throws SmsConfigurationError where the settings cannot work: the former one stays
   */
  replace<T extends Sms = AliyunSms>(options: SmsInstanceOptions): T {
    const former = this.#instances.get(options.name);
    if (!former) throw new SmsInstanceUnknownError(options.name, this.names());
    return this.put(options, former.origin === 'resolver' ? 'resolver' : 'runtime') as T;
  }

  /** Takes an instance out; what it is sending is finished. False where there is none. */
  unregister(name: string): boolean {
    const instance = this.#instances.get(name);
    if (!instance) return false;
    this.#instances.delete(name);
    this.#handles.delete(name);
    this.#retire(instance);
    this.#changes.tell({ name, kind: 'unregistered', origin: instance.origin });
    return true;
  }

  /**
   * Tells of every instance that is registered, replaced or taken out; gives what ends it.
   *
   * @example const stop = registry.onChange(({ kind, name }) => logger.log(`${name} ${kind}`))
   */
  onChange(listener: (change: SmsInstanceChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  /** Has the sends of all instances watched, also of those to come; gives what ends it. */
  observe(hooks: SmsHooks): () => void {
    return this.#runtime.observe(hooks);
  }

  /** @internal Where the instance of this name comes from. */
  originOf(name: string): SmsInstanceOrigin | undefined {
    return this.#instances.get(name)?.origin;
  }

  /** @internal Adds an instance from anywhere. */
  add(options: InstanceOptions | SmsInstanceOptions, origin: SmsInstanceOrigin): Sms {
    return this.#add(options as InstanceOptions, origin, false);
  }

  /** @internal Adds an instance from anywhere, or puts it in the place of the one of its name. */
  put(options: InstanceOptions | SmsInstanceOptions, origin: SmsInstanceOrigin): Sms {
    const { name } = options;
    const former = this.#instances.get(name);
    if (!former) return this.add(options, origin);
    this.#instances.set(name, this.#create(options as InstanceOptions, origin, false));
    this.#retire(former);
    this.#changes.tell({ name, kind: 'replaced', origin });
    return this.#handle(name);
  }

  /** @internal @throws SmsConfigurationError for options of which no instance could be made */
  check(options: InstanceOptions, origin: SmsInstanceOrigin): void {
    this.#retire(this.#create(options, origin, false));
  }

  /** @internal Names of the instances that send through the one of this name. */
  usersOf(name: string): string[] {
    return [...this.#instances.values()]
      .filter(({ sms }) => sms.dependsOn?.includes(name))
      .map(({ sms }) => sms.name);
  }

  /** @internal The instance that `forRoot` makes. */
  registerRoot(options: SmsInstanceOptions): Sms {
    if (this.#hasRootInstance) {
      throw new SmsConfigurationError(options.name, [
        'AliyunSmsModule.forRoot is imported twice: keep one of them and give further instances in forFeature',
      ]);
    }
    this.#hasRootInstance = true;
    return this.#add(options as InstanceOptions, 'code', true);
  }

  /** @throws SmsConfigurationError for an instance of the code that depends on one that is not there */
  onApplicationBootstrap(): void {
    this.#hasStarted = true;
    for (const instance of this.#instances.values()) {
      const error = this.#dependencyError(instance);
      if (!error) continue;
      // Written on a page or by hand: it must not keep the application from starting.
      if (instance.origin !== 'folder') throw error;
      new Logger('AliyunSms').warn(error.message);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.#tenants.stop();
    const closed = this.#runtime.close(this.#grace);
    for (const instance of this.#instances.values()) this.#retire(instance);
    await closed;
  }

  /** Until the application has started, those that an instance depends on may be yet to come. */
  #create(
    options: InstanceOptions,
    origin: SmsInstanceOrigin,
    isDefault: boolean,
  ): RegisteredInstance {
    const instance = this.#factory.create(options, origin, isDefault);
    const error = this.#hasStarted && this.#dependencyError(instance);
    if (!error) return instance;
    this.#retire(instance);
    throw error;
  }

  #dependencyError({ sms }: RegisteredInstance): SmsConfigurationError | undefined {
    return dependencyError(sms, (name) => this.#instances.has(name) || this.#tenants.isThere);
  }

  #add(options: InstanceOptions, origin: SmsInstanceOrigin, isDefault: boolean): Sms {
    const instance = this.#create(options, origin, isDefault);
    const { name } = options;
    if (this.#instances.has(name)) {
      this.#retire(instance);
      throw new SmsInstanceExistsError(name);
    }
    this.#instances.set(name, instance);
    this.#changes.tell({ name, kind: 'registered', origin });
    return this.#handle(name);
  }

  #handle(name: string): Sms {
    const known = this.#handles.get(name);
    if (known) return known;
    const handle = createHandle(name, {
      find: (wanted) => this.#instances.get(wanted),
      load: (wanted) => this.#tenants.load(wanted),
      names: () => this.names(),
    });
    // Names that nobody registered may come from anywhere, in any number.
    if (this.#instances.has(name)) this.#handles.set(name, handle);
    return handle;
  }

  #retire({ sms }: RegisteredInstance): void {
    void (async () => sms.close?.())().catch(() => {});
  }
}
