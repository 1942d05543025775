import type { Type } from '@nestjs/common';
import { SmsTypeError } from '../errors/sms-type.error.js';
import type { Sms } from '../sms/sms.js';
import type { SmsContext } from '../sms/sms-context.js';
import { smsTypeOf, type SmsTypeMetadata } from '../sms/sms-type.decorator.js';
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
  add(type: Type<Sms>, dependencies: TypeDependencies = { args: [CONTEXT_PLACEHOLDER] }): this {
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
}

/** @throws SmsTypeError for what is no type, and for two of one name */
export function checkTypes(types: readonly Type<Sms>[]): void {
  const seen = new Map<string, string>();
  for (const type of types) {
    const { name } = smsTypeOf(type);
    if (typeof (type.prototype as Partial<Sms>).sendMessage !== 'function') {
      throw new SmsTypeError(`${type.name} (${name}) has no sendMessage: extend Sms or AliyunSms`);
    }
    const other = seen.get(name);
    if (other !== undefined) {
      throw new SmsTypeError(
        `${other} and ${type.name} are both called ${name}: keep one of them in forRoot({ types }), or rename one`,
      );
    }
    seen.set(name, type.name);
  }
}
