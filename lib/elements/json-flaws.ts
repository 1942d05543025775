import { UNSAFE_KEYS } from './element-name.js';

const MAX_DEPTH = 20;

/** What is wrong at one place of a JSON text; holds nothing of the text. */
export interface JsonFlaw {
  /** In UTF-16 units. */
  offset: number;
  problem: string;
}

/**
 * All flaws of a JSON text up to the first that ends the reading. Empty means that `JSON.parse` reads it.
 * Node's own message is of no use here: it quotes the text, and tells the position only sometimes.
 */
export function jsonFlaws(text: string): JsonFlaw[] {
  return new JsonScanner(text).scan();
}

class Unreadable extends Error {}

class JsonScanner {
  private offset = 0;
  private readonly flaws: JsonFlaw[] = [];

  constructor(private readonly text: string) {}

  scan(): JsonFlaw[] {
    try {
      this.value(1);
      this.space();
      if (this.offset < this.text.length) this.fail('nothing may follow the last "}"');
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    return this.flaws;
  }

  private value(depth: number): void {
    this.space();
    const next = this.next();
    if (next === '{' || next === '[') {
      if (depth > MAX_DEPTH) this.fail(`it is nested deeper than ${MAX_DEPTH} levels`);
      return next === '{' ? this.object(depth) : this.list(depth);
    }
    if (next === '"') return this.string();
    if (next === 't') return this.word('true');
    if (next === 'f') return this.word('false');
    if (next === 'n') return this.word('null');
    if (next === '-' || isDigit(next)) return this.number();
    this.fail('a value is expected: text in double quotes, a number, true, false, null, { or [');
  }

  private object(depth: number): void {
    this.offset++;
    this.space();
    if (this.takes('}')) return;
    do {
      this.space();
      this.key();
      this.space();
      if (!this.takes(':')) this.fail('a ":" is expected after the key');
      this.value(depth + 1);
      this.space();
    } while (this.takes(','));
    if (!this.takes('}')) this.fail('a "," or "}" is expected');
  }

  private list(depth: number): void {
    this.offset++;
    this.space();
    if (this.takes(']')) return;
    do {
      this.value(depth + 1);
      this.space();
    } while (this.takes(','));
    if (!this.takes(']')) this.fail('a "," or "]" is expected');
  }

  private key(): void {
    const start = this.offset;
    if (this.next() !== '"') this.fail('a key in double quotes is expected');
    this.string();
    // A key may be written with escapes: "\u005f_proto__".
    const key = JSON.parse(this.text.slice(start, this.offset)) as string;
    if (UNSAFE_KEYS.has(key)) {
      this.flaws.push({ offset: start, problem: `the key "${key}" is not allowed: remove it` });
    }
  }

  private string(): void {
    for (this.offset++; !this.takes('"'); this.offset++) {
      const next = this.next();
      if (next === undefined) this.fail('the closing quote is missing');
      if (next < ' ')
        this.fail('a quote is missing, or a line break or control character in a text');
      if (next === '\\') this.escape();
    }
  }

  private escape(): void {
    this.offset++;
    const next = this.next();
    if (next === undefined || !'"\\/bfnrtu'.includes(next)) {
      this.fail('a "\\" must be doubled, or be part of \\" \\n \\t \\uXXXX and the like');
    }
    if (next !== 'u') return;
    for (let digit = 0; digit < 4; digit++) {
      this.offset++;
      if (!/^[0-9a-f]$/i.test(this.next() ?? '')) this.fail('a \\u needs four hexadecimal digits');
    }
  }

  private number(): void {
    this.takes('-');
    if (!this.takes('0')) this.digits();
    if (this.takes('.')) this.digits();
    if (this.takes('e') || this.takes('E')) {
      if (!this.takes('+')) this.takes('-');
      this.digits();
    }
  }

  private digits(): void {
    if (!isDigit(this.next())) this.fail('a digit is expected');
    while (isDigit(this.next())) this.offset++;
  }

  private word(word: string): void {
    for (const letter of word) {
      if (!this.takes(letter)) this.fail('true, false or null is misspelt, or quotes are missing');
    }
  }

  private space(): void {
    while (/^[ \t\r\n]$/.test(this.next() ?? '')) this.offset++;
  }

  private next(): string | undefined {
    return this.text[this.offset];
  }

  private takes(character: string): boolean {
    if (this.next() !== character) return false;
    this.offset++;
    return true;
  }

  private fail(problem: string): never {
    const cut = this.offset >= this.text.length;
    this.flaws.push({
      offset: this.offset,
      problem: cut ? `the file ends too early, ${problem}` : problem,
    });
    throw new Unreadable();
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
