import { Logger } from '@nestjs/common';
import { SmsTypeError } from '../errors/setup.errors.js';
import { configForm } from '../schema/config-form.js';
import type { ConfigFormField, SmsTypeInfo } from '../schema/config-form.wire.js';
import { knownOptionsOf } from '../schema/validate-config.js';
import type { Sms } from '../sms/sms.js';
import type { SmsContext } from '../sms/sms-context.js';
import { findSmsType, smsTypeOf, type SmsTypeMetadata } from '../sms/sms-type.decorator.js';
import type { SmsClass } from './sms-class.js';
import { CONTEXT_PLACEHOLDER, construct, type TypeDependencies } from './type-dependencies.js';

/** The type of an instance that names none. */
export const DEFAULT_TYPE = 'SMS.Aliyun';

/** A type that instances can be made of. */
export interface SmsTypeEntry extends SmsTypeMetadata {
  create(context: SmsContext): Sms;
}

/** The types of one application, by name: a later one replaces an earlier one. */
export class SmsTypes {
  readonly #entries = new Map<string, SmsTypeEntry>();

  /** Adds a type whose dependencies are resolved. */
  add(type: SmsClass, dependencies: TypeDependencies = { args: [CONTEXT_PLACEHOLDER] }): this {
    const metadata = smsTypeOf(type);
    this.#entries.set(metadata.name, {
      ...metadata,
      create: (context) => construct(type, dependencies, context),
    });
    return this;
  }

  get(name: string): SmsTypeEntry | undefined {
    return this.#entries.get(name);
  }

  all(): SmsTypeEntry[] {
    return [...this.#entries.values()];
  }

  /** Names of the options that at least one of the types has. */
  knownOptions(): ReadonlySet<string> {
    return new Set(this.all().flatMap(({ config }) => (config ? [...knownOptionsOf(config)] : [])));
  }
}

/** The types of an application as a form needs them. */
export class TypeForms {
  readonly #forms = new Map<string, ConfigFormField[]>();
  readonly #types: SmsTypes;
  readonly #root: object | undefined;

  /** @param root the options of `forRoot`: what they give need not be entered */
  constructor(types: SmsTypes, root: object | undefined) {
    this.#types = types;
    this.#root = root;
  }

  all(): SmsTypeInfo[] {
    return this.#types.all().map(({ name, title = { en: name, zh: name } }) => ({
      name,
      title,
      fields: this.of(name),
    }));
  }

  of(type: string): ConfigFormField[] {
    const known = this.#forms.get(type);
    if (known) return known;
    const form = this.#create(type);
    this.#forms.set(type, form);
    return form;
  }

  #create(type: string): ConfigFormField[] {
    const Config = this.#types.get(type)?.config;
    if (!Config) return [];
    const source = { root: this.#root, isDefault: false, place: '' };
    return configForm(Config, Config.inherit?.({}, source).missing);
  }
}

/** Returns the class of this type among those that an application brings along. */
export function classOfType(name: string, types: readonly SmsClass[]): SmsClass | undefined {
  return types.find((type) => findSmsType(type)?.name === name);
}

/** @throws SmsTypeError for a class that is no type, and for two types of one name */
export function checkTypes(types: readonly SmsClass[]): void {
  const seen = new Map<string, string>();
  for (const type of types) {
    const { name } = smsTypeOf(type);
    if (typeof (type.prototype as Partial<Sms>).sendMessage !== 'function') {
      throw new SmsTypeError(`${type.name} (${name}) has no sendMessage: extend Sms or AliyunSms`);
    }
    const other = seen.get(name);
    if (other !== undefined) {
      const text = `${other} and ${type.name} are both called ${name}: keep one of them in forRoot({ types }), or rename one`;
      throw new SmsTypeError(text, 'duplicate');
    }
    seen.set(name, type.name);
    const warning = bulkWarning(type, name);
    if (warning) new Logger('AliyunSms').warn(warning);
  }
}

/** What `sendMessage` of a class does and `sendMessages`, which it inherits, does not. */
function bulkWarning(type: SmsClass, name: string): string | undefined {
  const single = ownerOf(type, 'sendMessage');
  const bulk = ownerOf(type, 'sendMessages');
  if (!single || !bulk || ownerOf(type, 'prepare')) return undefined;
  const isAbove = Object.prototype.isPrototypeOf.call(bulk, single);
  if (!isAbove) return undefined;
  return (
    `${type.name} (${name}) overrides sendMessage, which sendMessages does not call: messages sent in bulk ` +
    'are not changed by it. Override prepare(message) instead, which every send goes through.'
  );
}

/** The prototype that has the method, of the class or of one that it extends. */
function ownerOf(type: SmsClass, method: string): object | undefined {
  let prototype: unknown = type.prototype;
  while (typeof prototype === 'object' && prototype !== null) {
    if (Object.hasOwn(prototype, method)) return prototype;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}
