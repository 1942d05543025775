import type { Type } from '@nestjs/common';
import type { SmsContext } from '../sms/sms-context.js';

/** What Nest has resolved for a type: arguments of its constructor, and injected properties. */
export interface TypeDependencies {
  args: readonly unknown[];
  [property: string]: unknown;
}

/** Stands in the place of the context until there is an instance. */
export const CONTEXT_PLACEHOLDER = Object.freeze({ placeholder: 'context of an SMS instance' });

/**
 * A provider in place of the type itself: it has the type's dependencies, which are resolved once,
 * and calls no constructor of it. Instances can then be made at any time, without waiting.
 */
export function dependenciesOf(type: Type): Type<TypeDependencies> {
  class Dependencies implements TypeDependencies {
    [property: string]: unknown;
    readonly args: readonly unknown[];
    constructor(...args: unknown[]) {
      this.args = args;
    }
  }
  // What is no class is refused with a word about it, once the application starts.
  if (typeof type !== 'function') return Dependencies;
  // Nest finds what a class injects through its chain of constructors, and names it in its errors.
  Object.setPrototypeOf(Dependencies, type);
  return Object.defineProperty(Dependencies, 'name', { value: type.name });
}

/** An instance of the type, of this context. */
export function construct<T extends object>(
  type: Type<T>,
  { args, ...properties }: TypeDependencies,
  context: SmsContext,
): T {
  const given = (value: unknown) => (value === CONTEXT_PLACEHOLDER ? context : value);
  // Nothing is known of a constructor whose class has no decorator, or was compiled without metadata.
  const instance = args.length > 0 ? new type(...args.map(given)) : new type(context);
  for (const [name, value] of Object.entries(properties)) {
    Object.assign(instance, { [name]: given(value) });
  }
  return instance;
}
