import { inspect } from 'node:util';
import { errorKind, propertyOf } from '../common/error-facts.js';
import { SmsSetupError } from '../errors/setup.errors.js';
import { SmsException } from '../errors/sms.exception.js';
import { shownName } from '../errors/shown-name.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { unknownInstance } from '../errors/unknown-instance.js';
import { ASYNC_MEMBERS, LOADED_MEMBERS, type Sms } from '../sms/sms.js';
import { limitOf, withStart } from '../sms/given-time.js';
import type { RegisteredInstance } from './registered-instance.js';

/** How long a caller waits for an instance that has to be loaded. */
export interface LoadWait {
  /** Max. milliseconds, where the loader allows more. */
  readonly most?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where a handle finds what stands under its name. */
export interface InstanceSource {
  find(name: string): RegisteredInstance | undefined;
  /** Waits for the instance where it has to be loaded first; rejects where there is none. */
  load(name: string, wait: LoadWait): Promise<RegisteredInstance>;
}

/**
 * Stands for whatever is registered under a name. It is what gets injected, so that a replaced
 * instance is the one in use everywhere, while what the former one is sending goes on in it.
 */
export function createHandle(name: string, source: InstanceSource): Sms {
  const current = () => source.find(name);
  const shown = { [inspect.custom]: () => `SmsInstance { ${shownName(name)} }` };
  return new Proxy<object>(shown, {
    get: (_, key) => {
      const instance = current();
      return instance ? instance.read(key) : readUnloaded(name, key, source);
    },
    set: (_, key, value) => Reflect.set(current()?.sms ?? {}, key, value),
    has: (_, key) => Reflect.has(current()?.sms ?? {}, key),
    deleteProperty: (_, key) => Reflect.deleteProperty(current()?.sms ?? {}, key),
    defineProperty: (_, key, descriptor) =>
      Reflect.defineProperty(current()?.sms ?? {}, key, { ...descriptor, configurable: true }),
    getPrototypeOf: () => Reflect.getPrototypeOf(current()?.sms ?? {}),
    ownKeys: () => Reflect.ownKeys(current()?.sms ?? {}),
    getOwnPropertyDescriptor: (_, key) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(current()?.sms ?? {}, key);
      return descriptor && { ...descriptor, configurable: true };
    },
  }) as Sms;
}

/** Rejects as a send does: with one of its exceptions, which says that nothing was sent. */
async function loaded(
  name: string,
  source: InstanceSource,
  wait: LoadWait,
): Promise<RegisteredInstance> {
  try {
    return await source.load(name, wait);
  } catch (error) {
    if (error instanceof SmsException) throw error;
    // Another error may hold anything in its text.
    const why =
      error instanceof SmsSetupError
        ? error.message.replace(/\.?\s*$/, '')
        : `it cannot be loaded (${errorKind(error)})`;
    throw new SmsRequestException({
      reason: 'configuration',
      outcome: 'not-sent',
      detail: why,
      instance: shownName(name),
    });
  }
}

/** Reads a property of an instance that is not loaded, or is gone. */
function readUnloaded(name: string, key: PropertyKey, source: InstanceSource): unknown {
  if (key === 'name') return name;
  if (ASYNC_MEMBERS.includes(key)) {
    return async (...args: unknown[]) => {
      const startedAt = performance.now();
      const method = (await loaded(name, source, waitOf(args[0]))).read(key);
      if (typeof method !== 'function') {
        throw new TypeError(`SMS instance ${shownName(name)} has no ${String(key)}`);
      }
      // What it took to load the instance is a part of the time of the call.
      const [given = key === 'ping' ? {} : undefined, ...others] = args;
      return (method as (...args: unknown[]) => unknown)(withStart(given, startedAt), ...others);
    };
  }
  if (LOADED_MEMBERS.includes(key) || key === 'client') {
    throw unknownInstance(name);
  }
  return undefined;
}

/** Messages, queries and options of a ping have their signal and their time under one name. */
function waitOf(given: unknown): LoadWait {
  const signal = propertyOf(given, 'signal');
  const timeout = propertyOf(given, 'timeout');
  const own = typeof timeout === 'number' ? timeout : Infinity;
  return {
    most: Math.min(own, limitOf(given as object)?.most ?? Infinity),
    signal: signal instanceof AbortSignal ? signal : undefined,
  };
}
