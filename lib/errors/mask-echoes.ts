// So much of a value is hidden even where the echo breaks off.
const ENOUGH = 8;

/**
 * Hides each place where the text says the value back: as it is, percent-encoded up to four times
 * over, as a form, a JSON string, a JSON string in another, or HTML, and in any mixture of these.
 *
 * Not by a pattern: one that allows for all of this backtracks for ever on an echo that breaks off.
 */
export function maskEchoes(text: string, value: string, mask: string): string {
  const chars = Array.from(value);
  const forms = new Forms();
  const folded = Array.from(text, fold).join('');
  if (!forms.of(chars[0]!).some((form) => folded.includes(form))) return text;

  let masked = '';
  let rest = 0;
  for (let at = 0; at < folded.length;) {
    const end = endOfEcho(folded, at, chars, forms);
    if (end > at) {
      masked += text.slice(rest, at) + mask;
      rest = at = end;
    } else {
      at++;
    }
  }
  return masked + text.slice(rest);
}

function endOfEcho(text: string, start: number, chars: readonly string[], forms: Forms): number {
  let ends = [start];
  for (let matched = 0; matched < chars.length; matched++) {
    const next = new Set<number>();
    for (const at of ends) {
      for (const form of forms.of(chars[matched]!))
        if (text.startsWith(form, at)) next.add(at + form.length);
    }
    if (next.size === 0) return matched >= ENOUGH ? Math.max(...ends) : -1;
    ends = [...next];
  }
  return Math.max(...ends);
}

const HTML: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;', '&#38;'],
  '<': ['&lt;', '&#60;'],
  '>': ['&gt;', '&#62;'],
  '"': ['&quot;', '&#34;'],
  "'": ['&#39;', '&#x27;', '&apos;'],
};

/** Every way in which one character can be written, folded; computed once a value. */
class Forms {
  readonly #known = new Map<string, readonly string[]>();

  of(char: string): readonly string[] {
    const forms = this.#known.get(char) ?? formsOf(char);
    this.#known.set(char, forms);
    return forms;
  }
}

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
    // As a string within a string.
    [...json].map(jsonOf).join(''),
    ...(HTML[char] ?? []),
    ...(char === ' ' ? ['+'] : []),
  ];
}

function jsonOf(char: string): string {
  return JSON.stringify(char).slice(1, -1);
}

/** Lower case, but never of another length: places in the folded text are places in the text. */
function fold(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}
