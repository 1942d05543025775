import type { AliyunSmsOptions } from '../aliyun/aliyun-sms.options.js';
import { SmsInstanceUnknownError } from '../errors/sms-instance-unknown.error.js';
import { IdleSweeper } from './idle-sweeper.js';
import type { InstanceOptions } from './instance-factory.js';
import type { RegisteredInstance } from './registered-instance.js';
import { Tenants } from './tenants.js';

const DEFAULT_IDLE_TIMEOUT = 600_000;
// Milliseconds for `resolve`, where `forRoot` has no `timeout`.
const DEFAULT_PATIENCE = 10_000;

/** Where loaded instances stand among the others. */
export interface TenantShelf {
  readonly instances: ReadonlyMap<string, RegisteredInstance>;
  add(options: InstanceOptions): void;
  drop(name: string): void;
}

/** Loads instances at their first use through the `resolve` of `forRoot`, and drops the idle ones. */
export class TenantLoader {
  readonly #tenants: Tenants | undefined;
  readonly #sweeper: IdleSweeper;

  constructor(
    root: AliyunSmsOptions | undefined,
    private readonly shelf: TenantShelf,
  ) {
    const { resolve, timeout = DEFAULT_PATIENCE, idleTimeout = DEFAULT_IDLE_TIMEOUT } = root ?? {};
    this.#tenants = resolve && new Tenants(resolve, timeout);
    this.#sweeper = new IdleSweeper(idleTimeout, (since) => this.#dropIdle(since));
  }

  /** Whether a name that is not registered may be one all the same. */
  get isThere(): boolean {
    return this.#tenants !== undefined;
  }

  /** @throws SmsInstanceUnknownError where nobody knows the name */
  async load(name: string): Promise<RegisteredInstance> {
    const { instances } = this.shelf;
    const known = instances.get(name);
    if (known) return known;
    const options = await this.#tenants?.ask(name);
    if (!options) throw new SmsInstanceUnknownError(name, [...instances.keys()]);
    // Whoever asked at the same time may have been served first.
    if (!instances.has(name)) this.shelf.add({ ...options, name });
    this.#sweeper.start();
    return instances.get(name)!;
  }

  /** Who sends in bulk reads no property of his instance for a long time. */
  touch(name: string): void {
    const instance = this.shelf.instances.get(name);
    if (instance) instance.lastUsed = performance.now();
  }

  stop(): void {
    this.#sweeper.stop();
  }

  #dropIdle(since: number): void {
    for (const [name, { origin, lastUsed }] of this.shelf.instances) {
      if (origin === 'resolver' && lastUsed <= since) this.shelf.drop(name);
    }
  }
}
