import type { FailoverSmsConfig } from './failover-sms.config.js';

/** Says in which order the instances of a failover are asked. */
export class TurnTaking {
  #turn = 0;
  readonly #credit = new Map<string, number>();

  constructor(private readonly config: FailoverSmsConfig) {}

  /** All of them, the one whose turn it is first. */
  next(): string[] {
    const { instances, strategy = 'order' } = this.config;
    switch (strategy) {
      case 'order':
        return [...instances];
      case 'round-robin':
        return startingAt(instances, this.#turn++ % instances.length);
      case 'weights':
        return startingAt(instances, instances.indexOf(this.#heaviest()));
      default:
        return strategy satisfies never;
    }
  }

  /** Smooth weighted round robin: 3 to 1 gives a a b a, and never three of the one in a row. */
  #heaviest(): string {
    const { instances, weights = {} } = this.config;
    let total = 0;
    let best = instances[0]!;
    for (const name of instances) {
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
