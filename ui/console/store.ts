import { computed, signal } from '@preact/signals';
import type { InstanceAnswer, StateAnswer } from '../../lib/console/console.wire.ts';
import type { SmsTypeInfo } from '../../lib/schema/config-form.wire.ts';

/** What the page knows of the application. */
export class ConsoleStore {
  readonly state = signal<StateAnswer | null>(null);
  readonly search = signal('');
  readonly instances = computed<readonly InstanceAnswer[]>(() => this.state.value?.instances ?? []);
  readonly matching = computed<readonly InstanceAnswer[]>(() => {
    const wanted = this.search.value.trim().toLowerCase();
    if (!wanted) return this.instances.value;
    return this.instances.value.filter(({ name, title, sign, type, key }) =>
      [name, title, sign, type, key].some((text) => text?.toLowerCase().includes(wanted)),
    );
  });

  #last = '';
  #changes = 0;

  constructor(readonly fetchState: () => Promise<StateAnswer>) {}

  /** A response that a change of ours has overtaken is dropped. */
  async load(): Promise<void> {
    const before = this.#changes;
    const state = await this.fetchState();
    const text = JSON.stringify(state);
    if (before !== this.#changes || text === this.#last) return;
    this.#last = text;
    this.state.value = state;
  }

  instance(name: string | null | undefined): InstanceAnswer | undefined {
    return this.instances.value.find((each) => each.name === name);
  }

  type(name: string): SmsTypeInfo | undefined {
    return this.state.value?.types.find((each) => each.name === name);
  }

  /** Takes over an instance as the server gave it. */
  put(instance: InstanceAnswer): void {
    const { value } = this.instances;
    const at = value.findIndex(({ name }) => name === instance.name);
    this.#change(at < 0 ? [...value, instance] : value.with(at, instance));
  }

  drop(name: string): void {
    this.#change(this.instances.value.filter((each) => each.name !== name));
  }

  /** The name that is so many steps further down the list. */
  neighbour(name: string | null, step: number): string | undefined {
    const names = this.matching.value.map((each) => each.name);
    const at = name === null ? -1 : names.indexOf(name);
    if (at < 0) return step > 0 ? names[0] : names.at(-1);
    return names[Math.min(Math.max(at + step, 0), names.length - 1)];
  }

  #change(instances: readonly InstanceAnswer[]): void {
    if (!this.state.value) return;
    this.#changes++;
    this.#last = '';
    this.state.value = { ...this.state.value, instances };
  }
}
