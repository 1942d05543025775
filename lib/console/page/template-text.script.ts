/** Browser module: the text of a template, and the variables in it. */
export const TEMPLATE_TEXT_SCRIPT = String.raw`
const VARIABLE = /\$\{\s*([^{}\s]+)\s*\}/g;

export const variablesOf = (content) => [...new Set(Array.from(content.matchAll(VARIABLE), ([, name]) => name))];

/** The text in pieces { text, variable }, where variable names what has no value yet. */
export function piecesOf(content, values) {
  const pieces = [];
  let at = 0;
  for (const match of content.matchAll(VARIABLE)) {
    const value = values.get(match[1]);
    pieces.push({ text: content.slice(at, match.index) }, value ? { text: value } : { text: match[0], variable: match[1] });
    at = match.index + match[0].length;
  }
  pieces.push({ text: content.slice(at) });
  return pieces.filter((piece) => piece.text !== '');
}

/** Lines of name=value, for a template whose text is not known; without a = a line is wrong. */
export function paramsIn(text) {
  const params = new Map();
  const wrong = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const at = line.indexOf('=');
    if (at < 1) wrong.push(line.trim());
    else params.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return { params, wrong };
}
`;
