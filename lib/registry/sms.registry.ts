import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  DEFAULT_INSTANCE,
  getSmsToken,
  SMS_INSTANCES,
  SMS_ROOT_OPTIONS,
  SMS_TYPES,
} from '../common/sms.tokens.js';
import { SmsTypeError } from '../errors/setup.errors.js';
import { shownName } from '../errors/shown-name.js';
import { unknownInstance } from '../errors/unknown-instance.js';
import { maskConfig } from '../schema/mask-config.js';
import type { Sms } from '../sms/sms.js';
import type { SmsHooks } from '../sms/sms-hooks.js';
import { findSmsType } from '../sms/sms-type.decorator.js';
import { InstanceStore } from './instance-store.js';
import type { SmsClassOf } from './sms-class.js';
import type { SmsInstanceOptions, SmsInstanceRecord } from './sms-instance.options.js';
import type { SmsInstanceChange, SmsInstanceInfo } from './sms-instance-info.interface.js';
import type { SmsTypeInfo } from '../schema/config-form.wire.js';
import { SmsTypes, TypeForms } from './sms-types.js';

/** The SMS instances of one application. */
@Injectable()
export class SmsRegistry {
  readonly #store: InstanceStore;
  readonly #forms: TypeForms;

  /** @internal Nest makes it. */
  constructor(
    @Inject(SMS_INSTANCES) store: InstanceStore,
    @Inject(SMS_TYPES) types: SmsTypes,
    @Optional() @Inject(SMS_ROOT_OPTIONS) root?: object,
  ) {
    this.#store = store;
    this.#forms = new TypeForms(types, root);
  }

  /**
   * The instance of this name, the default one where none is given. It stands for whatever is
   * registered under the name, also after `replace`.
   *
   * Where `forRoot` has a `resolve`, an instance that is not loaded yet is loaded by the first
   * `sendMessage`; `load` waits for it.
   *
   * @param type class that the instance has to be of
   * @example registry.get('login', AliyunSms).findMessage(query)
   * @throws SmsRequestException with the reason `unknown-instance`, which the filter answers with HTTP 404
   * @throws SmsTypeError where the instance is of another type
   */
  get(name?: string): Sms;
  get<T extends Sms>(name: string | undefined, type: SmsClassOf<T>): T;
  get(name: string = DEFAULT_INSTANCE, type?: SmsClassOf<Sms>): Sms {
    if (!this.#store.mayHave(name)) throw unknownInstance(name);
    return this.#checked(name, type);
  }

  /**
   * The instance of this full name, as the JitAi platform writes it.
   *
   * @example registry.getElement('SMS.login')
   * @throws SmsRequestException with the reason `unknown-instance`, which the filter answers with HTTP 404
   * @throws SmsTypeError where the instance is of another type
   */
  getElement(fullName: string): Sms;
  getElement<T extends Sms>(fullName: string, type: SmsClassOf<T>): T;
  getElement(fullName: string, type?: SmsClassOf<Sms>): Sms {
    const prefix = getSmsToken('');
    const isFull = typeof fullName === 'string' && fullName.startsWith(prefix);
    const name = isFull ? fullName.slice(prefix.length) : undefined;
    if (name === undefined || !this.#store.mayHave(name)) throw unknownInstance(fullName);
    return this.#checked(name, type);
  }

  /**
   * The instance of this name, loaded by the `resolve` of `forRoot` where it has to be.
   *
   * @throws SmsRequestException where `resolve` knows none either (reason `unknown-instance`) or fails
   * @throws SmsConfigurationError where what it gives cannot work
   * @throws SmsTypeError where the instance is of another type
   */
  async load(name: string): Promise<Sms>;
  async load<T extends Sms>(name: string, type: SmsClassOf<T>): Promise<T>;
  async load(name: string, type?: SmsClassOf<Sms>): Promise<Sms> {
    await this.#store.load(name);
    return this.#checked(name, type);
  }

  has(name: string): boolean {
    return this.#store.instances.has(name);
  }

  /** Names of the instances, in the order of their registration. */
  names(): string[] {
    return [...this.#store.instances.keys()];
  }

  /** The instances as they may be shown to anybody. */
  list(): SmsInstanceInfo[] {
    return [...this.#store.instances.values()].map(({ sms, config, origin }) => {
      const { name, title, type } = sms;
      return { name, title, type, origin, config: maskConfig(this.#forms.of(type), config) };
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
  register(options: SmsInstanceOptions | SmsInstanceRecord): Sms {
    return this.#store.add(toRecord(options), 'runtime');
  }

  /**
   * Puts an instance in the place of the one of its name, also where that was injected. What the
   * former one is sending is finished there.
   *
   * @throws SmsRequestException with the reason `unknown-instance` where there is none of the name
   * @throws SmsConfigurationError where the settings cannot work: the former one stays
   */
  replace(options: SmsInstanceOptions | SmsInstanceRecord): Sms {
    const former = this.#store.instances.get(options.name);
    if (!former) throw unknownInstance(options.name);
    return this.#store.put(
      toRecord(options),
      former.origin === 'resolver' ? 'resolver' : 'runtime',
    );
  }

  /** Takes an instance out; what it is sending is finished. False where there is none. */
  unregister(name: string): boolean {
    return this.#store.remove(name);
  }

  /**
   * Calls the listener for every instance that is registered, replaced or taken out. Returns a function that
   * unsubscribes.
   *
   * @example const stop = registry.onChange(({ kind, name }) => logger.log(`${name} ${kind}`))
   */
  onChange(listener: (change: SmsInstanceChange) => void): () => void {
    return this.#store.onChange(listener);
  }

  /**
   * Calls the hooks for the sends of all instances, also of those to come. Returns a function that
   * unsubscribes.
   */
  observe(hooks: SmsHooks): () => void {
    return this.#store.observe(hooks);
  }

  /** An instance that is not loaded yet has no type yet either. */
  #checked(name: string, type: SmsClassOf<Sms> | undefined): Sms {
    const loaded: Sms | undefined = this.#store.instances.get(name)?.sms;
    if (type && loaded && !isOf(loaded, type)) {
      const wanted = findSmsType(type)?.name ?? type.name;
      throw new SmsTypeError(
        `SMS instance "${shownName(name)}" is of the type ${loaded.type}, not of ${wanted}: leave the class out of the call, or ask for another instance`,
        'invalid',
      );
    }
    return this.#store.get(name);
  }
}

function isOf(sms: Sms, type: SmsClassOf<Sms>): boolean {
  return sms instanceof type;
}

// Types do not say that an object with known options is one with options of any name.
function toRecord(options: SmsInstanceOptions | SmsInstanceRecord): SmsInstanceRecord {
  return options as SmsInstanceRecord;
}
