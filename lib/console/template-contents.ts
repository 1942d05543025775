import { Injectable } from '@nestjs/common';

const MAX_KEPT = 2_000;

/** The texts of the templates that were listed, by which the length of a message can be told without a call. */
@Injectable()
export class TemplateContents {
  readonly #contents = new Map<string, string>();

  keep(instance: string, code: string, content: string): void {
    this.#contents.set(keyOf(instance, code), content);
    const [oldest] = this.#contents.keys();
    if (this.#contents.size > MAX_KEPT && oldest !== undefined) this.#contents.delete(oldest);
  }

  find(instance: string, code: string): string | undefined {
    return this.#contents.get(keyOf(instance, code));
  }
}

function keyOf(instance: string, code: string): string {
  return `${instance}\n${code}`;
}
