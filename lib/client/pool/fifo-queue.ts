// How many taken slots at the front are given back at once.
const CHUNK = 1024;

/**
 * A queue that also lets items out of turn. It is not a `Set`: under load, the old tables of a set
 * keep removed items alive until a major garbage collection, and finding its first item means to
 * walk past all that were removed.
 */
export class FifoQueue<T extends object> {
  #items: (T | undefined)[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Removes and returns the item that has waited longest. */
  shift(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    if (this.size === 0 || this.#first === CHUNK) {
      this.#items.splice(0, this.#first);
      this.#first = 0;
    }
    return item;
  }

  /** Removes an item out of turn. Calls that give up are near the front: they have waited longest. */
  remove(item: T): void {
    const at = this.#items.indexOf(item, this.#first);
    if (at >= 0) this.#items.splice(at, 1);
  }

  /** Removes and returns all items that match. `matches` is called once for each item, in order. */
  removeWhere(matches: (item: T) => boolean): T[] {
    const removed: T[] = [];
    let kept = 0;
    for (let i = this.#first; i < this.#items.length; i++) {
      const item = this.#items[i]!;
      if (matches(item)) removed.push(item);
      else this.#items[kept++] = item;
    }
    this.#items.length = kept;
    this.#first = 0;
    return removed;
  }
}
