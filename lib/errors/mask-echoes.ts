// An echo that breaks off is hidden too, if it has at least so many characters of the value.
const MIN_PARTIAL = 8;
// Max. comparisons, which take a fraction of a second. Only input that is made to be slow needs more.
const MAX_WORK = 3_000_000;

/**
 * Masks every echo of one of the values in the text: unchanged, percent-encoded up to four times, as a
 * form, a JSON string, a JSON string in another, HTML, or any mixture of these. Returns undefined if that
 * would take too long.
 *
 * This is no regular expression, because one for all these forms backtracks almost without end on an echo
 * that breaks off.
 */
export function maskEchoes(
  text: string,
  values: Iterable<string>,
  mask: string,
): string | undefined {
  const search = new EchoSearch(Array.from(text, fold).join(''), values);
  let masked = '';
  let until = 0;
  for (let at = 0; at < text.length && search.canEcho; at++) {
    const end = search.endOfEcho(at);
    if (end <= until) continue;
    // Echoes that overlap or touch get one mask.
    if (at > until || masked === '') masked += text.slice(until, at) + mask;
    until = end;
  }
  return search.isExhausted ? undefined : masked + text.slice(until);
}

class EchoSearch {
  readonly #text: string;
  readonly #values: (readonly string[])[] = [];
  readonly #forms = new Map<string, readonly string[]>();
  #work = MAX_WORK;

  constructor(text: string, values: Iterable<string>) {
    this.#text = text;
    for (const value of values) {
      const chars = Array.from(value);
      if (this.#formsOf(chars[0]!).some((form) => text.includes(form))) this.#values.push(chars);
    }
  }

  get canEcho(): boolean {
    return this.#values.length > 0 && !this.isExhausted;
  }

  get isExhausted(): boolean {
    return this.#work < 0;
  }

  /** Returns the end of the longest echo that begins at `start`, or -1. */
  endOfEcho(start: number): number {
    return Math.max(...this.#values.map((chars) => this.#endOf(chars, start)));
  }

  #endOf(chars: readonly string[], start: number): number {
    let ends = [start];
    for (let matched = 0; matched < chars.length; matched++) {
      const next = new Set<number>();
      const forms = this.#formsOf(chars[matched]!);
      this.#work -= forms.length * ends.length;
      if (this.#work < 0) return -1;
      for (const at of ends) {
        for (const form of forms) if (this.#text.startsWith(form, at)) next.add(at + form.length);
      }
      if (next.size === 0) return matched >= MIN_PARTIAL ? Math.max(...ends) : -1;
      ends = [...next];
    }
    return Math.max(...ends);
  }

  #formsOf(char: string): readonly string[] {
    const forms = this.#forms.get(char) ?? formsOf(char);
    this.#forms.set(char, forms);
    return forms;
  }
}

const HTML: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;', '&#38;'],
  '<': ['&lt;', '&#60;'],
  '>': ['&gt;', '&#62;'],
  '"': ['&quot;', '&#34;'],
  "'": ['&#39;', '&#x27;', '&apos;'],
};

/** Returns every form in which a character may be echoed, in lower case. */
function formsOf(char: string): readonly string[] {
  const lower = fold(char);
  const forms = [...encodings(char), ...(lower === char ? [] : encodings(lower))];
  return [...new Set(forms.map((form) => Array.from(form, fold).join('')))];
}

function encodings(char: string): string[] {
  const bytes = [...Buffer.from(char)].map((byte) => byte.toString(16).padStart(2, '0'));
  const units = Array.from(
    { length: char.length },
    (_, i) => `u${char.charCodeAt(i).toString(16).padStart(4, '0')}`,
  );
  const json = jsonOf(char);
  return [
    char,
    ...['%', '%25', '%2525', '%252525'].map((sign) => bytes.map((byte) => sign + byte).join('')),
    ...['\\', '\\\\'].map((sign) => units.map((unit) => sign + unit).join('')),
    json,
    // A JSON string in another.
    Array.from(json, jsonOf).join(''),
    ...(HTML[char] ?? []),
    ...(char === ' ' ? ['+'] : []),
  ];
}

function jsonOf(char: string): string {
  return JSON.stringify(char).slice(1, -1);
}

/** Lower case of the same length, so that positions in the folded text are positions in the text. */
function fold(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}
