import type { SmsException } from '../errors/sms.exception.js';
import type { SmsInstances } from '../sms/sms-context.js';
import { type FailoverSmsConfig, FAILOVER_DEFAULTS } from './failover-sms.config.js';

/** Of an instance that failed; another instance under its name starts without one. */
interface Cooldown {
  /** On the clock of `performance.now()`. */
  until: number;
  revision: number;
}

/** Says in which order the instances of a failover are asked. */
export class InstanceSelector {
  #turn = 0;
  readonly #credit = new Map<string, number>();
  readonly #cooldowns = new Map<string, Cooldown>();
  readonly #config: FailoverSmsConfig;
  readonly #instances: SmsInstances;

  constructor(config: FailoverSmsConfig, instances: SmsInstances) {
    this.#config = config;
    this.#instances = instances;
  }

  /** Instances that cool down come last: when all of them do, one has to be asked. */
  order(): string[] {
    const now = performance.now();
    const until = (name: string) => this.#cooldownOf(name)?.until ?? 0;
    const { instances } = this.#config;
    const ready = instances.filter((name) => until(name) <= now);
    const cooling = instances.filter((name) => until(name) > now);
    cooling.sort((one, other) => until(one) - until(other));
    return [...this.#byStrategy(ready), ...cooling];
  }

  /** @param error its `retryAfter` counts for more than the `cooldown` of the configuration */
  coolDown(instance: string, { retryAfter }: SmsException): void {
    const { cooldown = FAILOVER_DEFAULTS.cooldown } = this.#config;
    const duration = retryAfter === undefined ? cooldown : retryAfter * 1000;
    const revision = this.#instances.revision(instance);
    this.#cooldowns.set(instance, { until: performance.now() + duration, revision });
  }

  succeeded(instance: string): void {
    this.#cooldowns.delete(instance);
  }

  #cooldownOf(name: string): Cooldown | undefined {
    const cooldown = this.#cooldowns.get(name);
    return cooldown?.revision === this.#instances.revision(name) ? cooldown : undefined;
  }

  #byStrategy(names: readonly string[]): string[] {
    const { strategy = FAILOVER_DEFAULTS.strategy } = this.#config;
    if (names.length < 2) return [...names];
    switch (strategy) {
      case 'order':
        return [...names];
      case 'round-robin':
        return startingAt(names, this.#turn++ % names.length);
      case 'weights':
        return startingAt(names, names.indexOf(this.#heaviest(names)));
      default:
        return strategy satisfies never;
    }
  }

  /** Smooth weighted round robin: 3 to 1 gives a a b a, and never three of the one in a row. */
  #heaviest(names: readonly string[]): string {
    const { weights = {} } = this.#config;
    let total = 0;
    let best = names[0]!;
    for (const name of names) {
      const weight = Object.hasOwn(weights, name) ? weights[name]! : 1;
      total += weight;
      this.#credit.set(name, (this.#credit.get(name) ?? 0) + weight);
      if (this.#credit.get(name)! > this.#credit.get(best)!) best = name;
    }
    this.#credit.set(best, this.#credit.get(best)! - total);
    return best;
  }
}

function startingAt(names: readonly string[], first: number): string[] {
  return [...names.slice(first), ...names.slice(0, first)];
}
