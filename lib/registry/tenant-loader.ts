import { DEFAULT_TIMEOUT } from '../common/defaults.js';
import { errorKind } from '../common/error-facts.js';
import { isInstanceName } from '../common/instance-name.js';
import { CallEnded, withinCall } from '../common/call-time.js';
import { withTimeout } from '../common/timeout.js';
import { SmsConfigurationError, SmsSetupError } from '../errors/setup.errors.js';
import { shownName } from '../errors/shown-name.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRequestException, type SmsRequestFailure } from '../errors/sms-request.exception.js';
import { unknownInstance } from '../errors/unknown-instance.js';
import type { LoadWait } from './instance-handle.js';
import type { RegisteredInstance } from './registered-instance.js';
import type { SmsInstanceRecord, SmsResolver } from './sms-instance.options.js';
import { ROOT_DEFAULTS, type SmsRootOptions } from './sms-root.config.js';

// One number for what is asked by the way of a send, unless `forRoot` has a `timeout`.
const DEFAULT_RESOLVE_TIMEOUT = DEFAULT_TIMEOUT;

/** The instances among which loaded ones stand. */
export interface TenantHost {
  readonly instances: ReadonlyMap<string, RegisteredInstance>;
  add(record: SmsInstanceRecord): void;
  remove(name: string): void;
}

/** Loads instances at their first use through the `resolve` of `forRoot`, and drops the idle ones. */
export class TenantLoader {
  readonly #host: TenantHost;
  readonly #resolve: SmsResolver | undefined;
  readonly #timeout: number;
  readonly #idleTimeout: number;
  /** One question at a time for a name, however many ask it. */
  readonly #asked = new Map<string, Promise<Record<string, unknown> | undefined>>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(root: (SmsRootOptions & { timeout?: number }) | undefined, host: TenantHost) {
    this.#host = host;
    this.#resolve = root?.resolve;
    this.#timeout = root?.timeout ?? DEFAULT_RESOLVE_TIMEOUT;
    this.#idleTimeout = root?.idleTimeout ?? ROOT_DEFAULTS.idleTimeout;
  }

  /** Whether a name that is not registered may be one all the same. */
  get isEnabled(): boolean {
    return this.#resolve !== undefined;
  }

  /** Whether `resolve` is asked for a name. One that breaks the rule of names is no name of an instance. */
  mayLoad(name: string): boolean {
    return this.isEnabled && isInstanceName(name);
  }

  /**
   * @param wait of this caller, while others wait on
   * @throws SmsRequestException where nobody knows the name, or the resolver fails or is silent
   * @throws SmsConfigurationError where the resolver gives no options, or options that cannot work
   */
  async load(
    name: string,
    { most = Infinity, signal }: LoadWait = {},
  ): Promise<RegisteredInstance> {
    const { instances } = this.#host;
    const known = instances.get(name);
    if (known) return known;
    if (!isInstanceName(name)) throw unknownInstance(name);
    const options = await this.#optionsFor(name, Math.min(this.#timeout, most), signal);
    if (!options) throw unknownInstance(name);
    // Another caller may have been served first.
    if (!instances.has(name)) this.#add(name, options);
    this.#startSweeping();
    return instances.get(name)!;
  }

  #add(name: string, options: Record<string, unknown>): void {
    try {
      this.#host.add({ ...options, name });
    } catch (thrown) {
      if (thrown instanceof SmsSetupError) throw thrown;
      // A value in it may be an object whose properties throw when they are read.
      throw notLoaded(name, `what resolve gave cannot be read (${errorKind(thrown)})`);
    }
  }

  /** Keeps an instance that sends in bulk, of which no property is read for a long time. */
  touch(name: string): void {
    const instance = this.#host.instances.get(name);
    if (instance) instance.lastUsed = performance.now();
  }

  stop(): void {
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }

  #startSweeping(): void {
    // Seldom enough to cost nothing, and not above what a timer takes (2^31 - 1 ms).
    const interval = Math.min(Math.max(10, Math.ceil(this.#idleTimeout / 4)), 3_600_000);
    this.#sweep ??= setInterval(() => this.#dropIdle(), interval);
    this.#sweep.unref();
  }

  #dropIdle(): void {
    const since = performance.now() - this.#idleTimeout;
    for (const [name, { origin, lastUsed }] of this.#host.instances) {
      if (origin === 'resolver' && lastUsed <= since) this.#host.remove(name);
    }
  }

  async #optionsFor(
    name: string,
    timeout: number,
    signal: AbortSignal | undefined,
  ): Promise<Record<string, unknown> | undefined> {
    try {
      return await withinCall(this.#ask(name), { deadline: performance.now() + timeout, signal });
    } catch (thrown) {
      if (!(thrown instanceof CallEnded)) throw thrown;
      const why = { deadline: isSilent(timeout), aborted: 'the call was aborted by its signal' };
      throw notLoaded(name, why[thrown.reason], thrown.reason);
    }
  }

  #ask(name: string): Promise<Record<string, unknown> | undefined> {
    const asked = this.#asked.get(name);
    if (asked) return asked;
    const asking = this.#options(name).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }

  async #options(name: string): Promise<Record<string, unknown> | undefined> {
    const options = await this.#resolved(name);
    if (options === undefined || options === null) return undefined;
    const given = entriesOf(name, options).filter(([, value]) => value !== null);
    // Without an option of its own it would be the root itself, and send on the root's account.
    if (typeof options !== 'object' || !given.some(([key]) => !IDENTITY.includes(key))) {
      const text =
        'resolve gave no options: return an object with properties of its own, such as accessKey and verifySign';
      throw new SmsConfigurationError(name, [{ code: 'missing', text }]);
    }
    return Object.fromEntries(given);
  }

  async #resolved(name: string): Promise<unknown> {
    try {
      return await withTimeout((async () => this.#resolve?.(name))(), this.#timeout, {
        onTimeout: () => notLoaded(name, isSilent(this.#timeout), 'deadline'),
      });
    } catch (error) {
      if (error instanceof SmsException || error instanceof SmsSetupError) throw error;
      // Its text may hold anything, the secret that it was about to load included.
      throw notLoaded(name, `resolve threw ${errorKind(error)}`);
    }
  }
}

function isSilent(timeout: number): string {
  return `resolve did not answer within ${timeout} ms`;
}

function entriesOf(name: string, options: object): [string, unknown][] {
  try {
    return Object.entries(options);
  } catch (thrown) {
    throw notLoaded(name, `what resolve gave cannot be read (${errorKind(thrown)})`);
  }
}

const IDENTITY = ['name', 'title', 'type'];

function notLoaded(
  name: string,
  why: string,
  reason: SmsRequestFailure = 'configuration',
): SmsRequestException {
  const instance = shownName(name);
  return new SmsRequestException({
    reason,
    outcome: 'not-sent',
    detail: `The configuration of SMS instance "${instance}" could not be loaded: ${why}`,
    instance,
  });
}
