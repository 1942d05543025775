import { isUtf8 } from 'node:buffer';
import { printParseErrorCode, visit } from 'jsonc-parser';
import { UNSAFE_KEYS } from '../common/instance-name.js';
import type { SmsSetupIssue } from '../errors/setup.errors.js';

export const MAX_DEPTH = 20;

/** Nobody reads more, and a file of 64 KiB could have thousands. */
const MAX_ISSUES = 20;

/** A JSON object, or every issue that was found in its text. */
export type JsonObject =
  | { value: Record<string, unknown>; issues?: undefined }
  | { value?: undefined; issues: SmsSetupIssue[] };

/** Parses the bytes of a file as strict JSON. Issues contain nothing of the file except the names of unsafe keys. */
export function parseJsonObject(bytes: Buffer): JsonObject {
  if (!isUtf8(bytes)) return unreadable('is not in UTF-8: save it in this encoding');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const mistakes = findMistakes(text);
  if (mistakes.length > 0) {
    return unreadable(
      ...mistakes.map(
        (each) => `${position(text, each.offset)}: ${each.text}. Correct the JSON there`,
      ),
    );
  }
  const value: unknown = JSON.parse(text);
  return isObject(value)
    ? { value }
    : unreadable('is not a JSON object: put all of it between { and }');
}

function unreadable(...texts: string[]): { issues: SmsSetupIssue[] } {
  return { issues: texts.map((text) => ({ code: 'unreadable', text })) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type SyntaxErrorName = ReturnType<typeof printParseErrorCode>;

const A_VALUE = 'text in double quotes, a number, true, false, null, { or [';

const TEXTS = {
  InvalidSymbol: `this is no JSON: write a key in double quotes, or ${A_VALUE}`,
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key in double quotes is expected',
  ValueExpected: `a value is expected: ${A_VALUE}`,
  ColonExpected: 'a ":" is expected after the key',
  CommaExpected: 'a "," is missing in front of this',
  CloseBraceExpected: 'a "," or "}" is expected',
  CloseBracketExpected: 'a "," or "]" is expected',
  EndOfFileExpected: 'nothing may follow the last "}"',
  InvalidCommentToken: 'JSON has no comments: remove it',
  UnexpectedEndOfComment: 'JSON has no comments: remove it',
  UnexpectedEndOfString: 'the closing quote of this text is missing in its line',
  UnexpectedEndOfNumber: 'a digit is missing at the end of this number',
  InvalidUnicode: 'a \\u in this text needs four hexadecimal digits',
  InvalidEscapeCharacter:
    'a "\\" in this text must be doubled, or be part of \\" \\n \\t \\uXXXX and the like',
  InvalidCharacter: 'a control character stands in this text: write \\t or \\uXXXX in its place',
  '<unknown ParseErrorCode>': 'this is no JSON',
} satisfies Record<SyntaxErrorName, string>;

/** After these the parser guesses what belongs to which object, so further mistakes would not be real ones. */
const LOSES_STRUCTURE: ReadonlySet<SyntaxErrorName> = new Set<SyntaxErrorName>([
  'PropertyNameExpected',
  'ColonExpected',
  'EndOfFileExpected',
  'UnexpectedEndOfString',
]);

/** An error at the very next token comes from these: after the unquoted word `yes` the parser misses a value. */
const CAUSES_NEXT: ReadonlySet<SyntaxErrorName | undefined> = new Set<SyntaxErrorName>([
  'InvalidSymbol',
  'UnexpectedEndOfNumber',
  'CommaExpected',
]);

/** A mistake at one place of a JSON text. */
interface Mistake {
  /** In UTF-16 units. */
  offset: number;
  text: string;
}

/**
 * Finds the mistakes in a JSON text. If there are none, `JSON.parse` accepts it. The message of `JSON.parse` itself
 * cannot be used: it quotes the text, which may contain a secret, and does not always tell the position.
 */
function findMistakes(text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  /** The keys of each object around the current place; an empty set for each list. */
  const scopes: Set<string>[] = [];
  let isStopped = false;
  let previous: { error?: SyntaxErrorName; end: number } = { end: 0 };

  function add(offset: number, mistake: string): void {
    mistakes.push({ offset, text: mistake });
    if (mistakes.length === MAX_ISSUES) stop();
  }

  /** Throwing is the only way to leave `visit` early. */
  function stop(): never {
    isStopped = true;
    throw new Error('stopped');
  }

  function enter(offset: number): void {
    scopes.push(new Set());
    // `visit` is recursive: much deeper nesting would overflow the stack.
    if (scopes.length <= MAX_DEPTH) return;
    add(offset, `it is nested deeper than ${MAX_DEPTH} levels`);
    stop();
  }

  function addKey(key: string, offset: number): void {
    const keys = scopes.at(-1);
    if (UNSAFE_KEYS.has(key)) add(offset, `the key "${key}" is not allowed: remove it`);
    else if (keys?.has(key)) add(offset, 'this key stands twice in its object: remove one of them');
    keys?.add(key);
  }

  function addSyntaxError(error: SyntaxErrorName, offset: number, length: number): void {
    const isConsequence =
      CAUSES_NEXT.has(previous.error) && text.slice(previous.end, offset).trim() === '';
    const isAtEnd = offset === text.length;
    if (!isConsequence) {
      add(offset, isAtEnd ? `the file ends too early, ${TEXTS[error]}` : TEXTS[error]);
    }
    if (!isConsequence || CAUSES_NEXT.has(error)) previous = { error, end: offset + length };
    if (isAtEnd || LOSES_STRUCTURE.has(error)) stop();
  }

  try {
    visit(
      text,
      {
        onObjectBegin: enter,
        onObjectEnd: () => void scopes.pop(),
        onArrayBegin: enter,
        onArrayEnd: () => void scopes.pop(),
        onObjectProperty: addKey,
        onError: (code, offset, length) =>
          addSyntaxError(printParseErrorCode(code), offset, length),
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (!isStopped) throw error;
  }
  return mistakes;
}

/** Line and column as editors count them: from one, and every character is one column. */
function position(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${Array.from(lines.at(-1)!).length + 1}`;
}
