import type { FailoverSmsConfig } from './failover-sms.config.js';

/** Says in which order the instances of a failover are asked. */
export class TurnTaking {
  #turn = 0;
  readonly #credit = new Map<string, number>();

  constructor(private readonly config: FailoverSmsConfig) {}

  /** These, the one whose turn it is first: who rests has no turns, and leaves a fair share of his. */
  next(names: readonly string[]): string[] {
    const { strategy = 'order' } = this.config;
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
    const { weights = {} } = this.config;
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
