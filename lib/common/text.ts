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

/** Says which character must not stand within a name, a code or an id. */
export function innerTextIssue(text: string): string | undefined {
  if (LINE_BREAK.test(text)) return 'a line break';
  if (CONTROL.test(text)) return 'a control character';
  return INVISIBLE.test(text) ? 'an invisible character' : undefined;
}

function isBlank(code: number): boolean {
  const isPrintableAscii = code > 0x20 && code < 0x7f;
  return !isPrintableAscii && BLANK.test(String.fromCharCode(code));
}
