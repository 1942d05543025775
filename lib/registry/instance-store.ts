import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DEFAULT_INSTANCE } from '../common/sms.tokens.js';
import { shownName } from '../errors/shown-name.js';
import { errorKind } from '../common/error-facts.js';
import {
  SmsConfigurationError,
  SmsInstanceExistsError,
  type SmsSetupIssue,
} from '../errors/setup.errors.js';
import { unknownInstance } from '../errors/unknown-instance.js';
import type { Sms } from '../sms/sms.js';
import type { SmsHooks } from '../sms/sms-hooks.js';
import { InstanceFactory } from './instance-factory.js';
import { createHandle } from './instance-handle.js';
import { InstanceRuntime } from './instance-runtime.js';
import type { RegisteredInstance } from './registered-instance.js';
import type { SmsInstanceRecord } from './sms-instance.options.js';
import type { SmsInstanceChange, SmsInstanceOrigin } from './sms-instance-info.interface.js';
import { ROOT_DEFAULTS, type SmsRootOptions } from './sms-root.config.js';
import type { SmsTypes } from './sms-types.js';
import { TenantLoader } from './tenant-loader.js';

type Listener = (change: SmsInstanceChange) => void;

/** The instances of one application by name. `SmsRegistry` is what of it the application sees. */
export class InstanceStore implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #instances = new Map<string, RegisteredInstance>();
  readonly #handles = new Map<string, Sms>();
  readonly #listeners = new Set<Listener>();
  readonly #runtime = new InstanceRuntime();
  readonly #grace: number;
  readonly #factory: InstanceFactory;
  readonly #tenants: TenantLoader;
  #hasRootInstance = false;
  #hasStarted = false;

  /** @param root the options of `forRoot` */
  constructor(types: SmsTypes, root: SmsRootOptions | undefined) {
    this.#grace = root?.shutdownGrace ?? ROOT_DEFAULTS.shutdownGrace;
    this.#factory = new InstanceFactory({
      types,
      root,
      runtime: this.#runtime,
      instances: {
        get: (name) => this.#dependency(name),
        revision: (name) => this.#instances.get(name)?.revision ?? 0,
      },
    });
    this.#tenants = new TenantLoader(root, {
      instances: this.#instances,
      add: (record) => this.add(record, 'resolver'),
      remove: (name) => this.remove(name),
    });
    if (this.#tenants.isEnabled) {
      this.#runtime.observe({ onSend: (send) => this.#tenants.touch(send.instance) });
    }
  }

  /** The instances in the order of their registration. */
  get instances(): ReadonlyMap<string, RegisteredInstance> {
    return this.#instances;
  }

  /** Whether there is an instance of this name, or may be one once it is loaded. */
  mayHave(name: string): boolean {
    return this.#instances.has(name) || this.#tenants.mayLoad(name);
  }

  /** Stands for whatever is registered under the name, now or later. */
  get(name: string = DEFAULT_INSTANCE): Sms {
    const known = this.#handles.get(name);
    if (known) return known;
    const handle = createHandle(name, {
      find: (wanted) => this.#instances.get(wanted),
      load: (wanted, wait) => this.#tenants.load(wanted, wait),
    });
    // Names that nobody registered may come from anywhere, in any number.
    if (this.#instances.has(name)) this.#handles.set(name, handle);
    return handle;
  }

  /** @throws SmsRequestException, SmsConfigurationError */
  async load(name: string): Promise<Sms> {
    await this.#tenants.load(name);
    return this.get(name);
  }

  /**
   * @throws SmsInstanceExistsError where the name is taken
   * @throws SmsConfigurationError where the options cannot work
   */
  add(record: SmsInstanceRecord, origin: SmsInstanceOrigin): Sms {
    return this.#add(record, origin, false);
  }

  /** Adds an instance, or puts it in the place of the one of its name. */
  put(record: SmsInstanceRecord, origin: SmsInstanceOrigin): Sms {
    const { name } = record;
    const former = this.#instances.get(name);
    if (!former) return this.add(record, origin);
    this.#instances.set(name, this.#create(record, origin, false));
    this.#retire(former);
    this.#notify({ name, kind: 'replaced', origin });
    return this.get(name);
  }

  /** Takes an instance out; what it is sending is finished. False where there is none. */
  remove(name: string): boolean {
    const instance = this.#instances.get(name);
    if (!instance) return false;
    this.#instances.delete(name);
    this.#handles.delete(name);
    this.#retire(instance);
    this.#notify({ name, kind: 'unregistered', origin: instance.origin });
    return true;
  }

  /** @throws SmsConfigurationError for options of which no instance could be made */
  check(record: SmsInstanceRecord, origin: SmsInstanceOrigin): void {
    this.#retire(this.#create(record, origin, false));
  }

  /** Adds the instance that `forRoot` makes. */
  addRoot(record: SmsInstanceRecord): Sms {
    if (this.#hasRootInstance) {
      const text =
        'AliyunSmsModule.forRoot is imported twice: keep one of them and give further instances in forFeature';
      throw new SmsConfigurationError(record.name, [{ code: 'duplicate', text }]);
    }
    this.#hasRootInstance = true;
    return this.#add(record, 'code', true);
  }

  /** Names of the instances that send through the one of this name. */
  usersOf(name: string): string[] {
    return [...this.#instances.values()]
      .filter(({ sms }) => sms.dependsOn?.includes(name))
      .map(({ sms }) => sms.name);
  }

  /** Returns a function that unsubscribes. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Returns a function that ends it. */
  observe(hooks: SmsHooks): () => void {
    return this.#runtime.observe(hooks);
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
    record: SmsInstanceRecord,
    origin: SmsInstanceOrigin,
    isDefault: boolean,
  ): RegisteredInstance {
    const instance = this.#factory.create(record, origin, isDefault);
    const error = this.#hasStarted && this.#dependencyError(instance);
    if (!error) return instance;
    this.#retire(instance);
    throw error;
  }

  #add(record: SmsInstanceRecord, origin: SmsInstanceOrigin, isDefault: boolean): Sms {
    const instance = this.#create(record, origin, isDefault);
    const { name } = record;
    if (this.#instances.has(name)) {
      this.#retire(instance);
      throw new SmsInstanceExistsError(name);
    }
    this.#instances.set(name, instance);
    this.#notify({ name, kind: 'registered', origin });
    return this.get(name);
  }

  #dependencyError({ sms }: RegisteredInstance): SmsConfigurationError | undefined {
    const issues = dependencyIssues(sms, (name) => this.mayHave(name));
    return issues.length > 0 ? new SmsConfigurationError(sms.name, issues) : undefined;
  }

  #dependency(name: string): Sms {
    if (this.mayHave(name)) return this.get(name);
    throw unknownInstance(name);
  }

  #retire({ sms }: RegisteredInstance): void {
    void (async () => sms.close?.())().catch(() => {});
  }

  #notify(change: SmsInstanceChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        new Logger('AliyunSms').warn(
          `A listener of onChange threw ${errorKind(error)}; the change stands`,
        );
      }
    }
  }
}

/** What is wrong with the instances through which one sends. */
function dependencyIssues(
  { name, dependsOn = [] }: Sms,
  exists: (name: string) => boolean,
): SmsSetupIssue[] {
  const issues: SmsSetupIssue[] = [];
  if (dependsOn.includes(name)) {
    const text = `instances names ${name} itself: leave it out`;
    issues.push({
      code: 'invalid',
      rule: 'names-itself',
      option: 'instances',
      text,
      values: { name: shownName(name) },
    });
  }
  const missing = dependsOn.filter((each) => each !== name && !exists(each));
  if (missing.length > 0) {
    const [do_, them] = missing.length > 1 ? ['do', 'them'] : ['does', 'it'];
    const text = `instances names ${missing.map(shownName).join(', ')}, which ${do_} not exist: register ${them}, or correct the list`;
    const values = { missing: missing.map(shownName) };
    issues.push({ code: 'unknown-instance', option: 'instances', text, values });
  }
  return issues;
}
