const VARIABLE = /\$\{\s*([^{}\s]+)\s*\}/g;

export const variablesOf = (content: string): string[] => [
  ...new Set(Array.from(content.matchAll(VARIABLE), ([, name]) => name!)),
];

/** A part of a text. */
export interface Piece {
  readonly text: string;
  /** A variable without a value, or a text that only Aliyun knows. */
  readonly kind?: 'variable' | 'guess';
}

/** The text of a template with the values that there are. */
export function piecesOf(content: string, values: Readonly<Record<string, string>>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of content.matchAll(VARIABLE)) {
    const name = match[1]!;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    pieces.push({ text: content.slice(at, match.index) });
    pieces.push(value ? { text: value } : { text: match[0], kind: 'variable' });
    at = match.index + match[0].length;
  }
  pieces.push({ text: content.slice(at) });
  return pieces.filter(({ text }) => text !== '');
}

/** Lines of `name=value`, for a template whose text is not known; a line without a `=` is wrong. */
export function paramsIn(text: string): { params: Record<string, string>; wrong: string[] } {
  const entries: [string, string][] = [];
  const wrong: string[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const at = line.indexOf('=');
    if (at < 1) wrong.push(line.trim());
    else entries.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  return { params: Object.fromEntries(entries), wrong };
}
