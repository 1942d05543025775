import { signal } from '@preact/signals';
import type { HealthAnswer } from '../../../lib/console/console.wire.ts';
import { CallError } from '../call.ts';

export type HealthState =
  | HealthAnswer
  | { readonly status: 'asking' }
  | { readonly status: 'failed'; readonly error: CallError };

const AT_ONCE = 4;

/** Asks how instances are, a few at a time. */
export class Health {
  readonly #known = signal<ReadonlyMap<string, HealthState>>(new Map());
  readonly #waiting: string[] = [];
  #running = 0;

  constructor(readonly check: (name: string) => Promise<HealthAnswer>) {}

  of(name: string): HealthState {
    return this.#known.value.get(name) ?? { status: 'asking' };
  }

  ask(name: string): void {
    if (this.#known.peek().get(name)?.status === 'asking') return;
    this.#set(name, { status: 'asking' });
    // The one that was asked for last is the one that is looked at.
    this.#waiting.unshift(name);
    this.#next();
  }

  /** Asks unless it is known. */
  ensure(name: string): void {
    if (!this.#known.peek().has(name)) this.ask(name);
  }

  forget(name: string): void {
    const rest = new Map(this.#known.peek());
    rest.delete(name);
    this.#known.value = rest;
  }

  #next(): void {
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      void this.#run(this.#waiting.shift()!);
    }
  }

  async #run(name: string): Promise<void> {
    this.#running++;
    try {
      this.#set(name, await this.check(name));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.#set(name, { status: 'failed', error });
    } finally {
      this.#running--;
      this.#next();
    }
  }

  #set(name: string, state: HealthState): void {
    this.#known.value = new Map(this.#known.peek()).set(name, state);
  }
}
