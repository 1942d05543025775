import { randomBytes } from 'node:crypto';

const BYTES = 16;
const BATCH = 128;

/**
 * Random text, each piece of which is used once; 32 figures, as in the examples of Aliyun. Cut from a
 * longer one: a UUID is twenty objects by the time it is written.
 */
export class Nonces {
  #text = '';
  #at = 0;

  next(): string {
    if (this.#at === this.#text.length) {
      this.#text = randomBytes(BYTES * BATCH).toString('hex');
      this.#at = 0;
    }
    return this.#text.slice(this.#at, (this.#at += BYTES * 2));
  }
}
