const BLANK = /[\s\p{Cf}]/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/;
const CONTROL = /\p{Cc}/u;
const INVISIBLE = /\p{Cf}/u;

/**
 * Returns a text without white space, line breaks and invisible characters at its ends. They come along where
 * a text is copied from a page, a spreadsheet or a file, and are never meant.
 */
export function trimText(text: string): string {
  // Not by a pattern: `\s+$` takes quadratic time for a long run of spaces in the middle.
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

const INNER = {
  'line-break': 'a line break',
  'control-character': 'a control character',
  'invisible-character': 'an invisible character',
} as const;

/** A kind of character that must not stand within a name, a code or an id. */
export type InnerCharacter = keyof typeof INNER;

/** Returns the first kind of such characters that a text has. */
export function innerCharacter(text: string): InnerCharacter | undefined {
  if (LINE_BREAK.test(text)) return 'line-break';
  if (CONTROL.test(text)) return 'control-character';
  return INVISIBLE.test(text) ? 'invisible-character' : undefined;
}

/** Says which character must not stand within a name, a code or an id. */
export function innerTextIssue(text: string): string | undefined {
  const kind = innerCharacter(text);
  return kind && INNER[kind];
}

function isBlank(code: number): boolean {
  const isPrintableAscii = code > 0x20 && code < 0x7f;
  return !isPrintableAscii && BLANK.test(String.fromCharCode(code));
}
