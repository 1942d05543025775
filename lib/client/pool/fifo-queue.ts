// Slots of those who have had their turn are given back in runs.
const RUN = 1024;

/**
 * First come, first served. Not a `Set`: under load its former tables keep what has left reachable
 * until a major collection, and its first element is found by walking past all that have left.
 */
export class WaitingLine<T extends object> {
  #items: (T | undefined)[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  join(item: T): void {
    this.#items.push(item);
  }

  /** Takes out the one whose turn it is. */
  shift(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    if (this.size === 0 || this.#first === RUN) {
      this.#items.splice(0, this.#first);
      this.#first = 0;
    }
    return item;
  }

  /** Takes out all of whom this is true; it is asked once of each. */
  takeOut(isOut: (item: T) => boolean): T[] {
    const out: T[] = [];
    let kept = 0;
    for (let i = this.#first; i < this.#items.length; i++) {
      const item = this.#items[i]!;
      if (isOut(item)) out.push(item);
      else this.#items[kept++] = item;
    }
    this.#items.length = kept;
    this.#first = 0;
    return out;
  }

  /** Takes out of turn. Those who give up are near the head: they have waited longest. */
  leave(item: T): void {
    const at = this.#items.indexOf(item, this.#first);
    if (at >= 0) this.#items.splice(at, 1);
  }
}
