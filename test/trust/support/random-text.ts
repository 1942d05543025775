import { randomFrom } from '../../support/random.js';

/** Draws from a seed: the same seed, the same draws. */
export class Draw {
  readonly below: (bound: number) => number;

  constructor(readonly seed: number) {
    this.below = randomFrom(seed);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  from<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  text(alphabet: string, length: number): string {
    const letters = Array.from(alphabet);
    return Array.from({ length }, () => this.from(letters)).join('');
  }

  digits(length: number): string {
    return this.text('0123456789', length);
  }

  letters(length: number): string {
    return this.text('abcdefghijklmnopqrstuvwxyz', length);
  }
}

export function percent(text: string, times = 1): string {
  let encoded = text;
  for (let i = 0; i < times; i++) {
    encoded = encodeURIComponent(encoded).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  }
  return encoded;
}

export function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** JSON as Java and Python write it: nothing but ASCII. */
export function asciiEscaped(text: string): string {
  return jsonEscaped(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
