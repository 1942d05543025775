// Which specs come by a place: in the run without a mutant, every block notes that it was entered.
import ts from 'typescript';

/** The file with a note at the start of each block. Lines stay where they are. */
export function noted(file, source) {
  const insertions = regionsOf(file, source).flatMap(({ start, end, isBlock }) => {
    const note = `globalThis.entered?.add('${file}:${start}')`;
    return isBlock
      ? [{ at: start + 1, text: `${note};` }]
      : [
          { at: start, text: `(${note},` },
          { at: end, text: ')' },
        ];
  });
  return insertions
    .sort((one, other) => other.at - one.at)
    .reduce((code, { at, text }) => code.slice(0, at) + text + code.slice(at), source);
}

/** A function that gives the innermost region of a mutant; undefined where code runs when it is loaded. */
export function regionFinder(file, source) {
  const regions = regionsOf(file, source).sort((one, other) => width(one) - width(other));
  return ({ start, end }) => {
    const region = regions.find((each) => each.start <= start && each.end >= end);
    return region && `${file}:${region.start}`;
  };
}

const width = ({ start, end }) => end - start;

function regionsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const regions = [];
  const visit = (node) => {
    const isBlock = ts.isBlock(node);
    const isExpression =
      ts.isExpression(node) && ts.isArrowFunction(node.parent) && node.parent.body === node;
    if ((isBlock && !isAfterSuper(node)) || isExpression) {
      regions.push({ start: node.getStart(tree), end: node.getEnd(), isBlock });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return regions;
}

/** Nothing may stand before `super()`. */
function isAfterSuper({ parent }) {
  return ts.isConstructorDeclaration(parent) && parent.parent.heritageClauses !== undefined;
}
