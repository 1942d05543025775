// The changes that a mutant may consist of, and where they apply in a file.
import ts from 'typescript';

const BOUNDARIES = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const EQUALITIES = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' };
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '??=': '=' };
const STEPS = { '++': '--', '--': '++' };
const METHODS = { min: 'max', max: 'min', some: 'every', every: 'some' };

const replace = (operator, node, after) => ({ operator, node, after });

const wrap = (text) => `(${text})`;

/** A function for each operator: gets a node and its text, and returns the replacements that it knows. */
const OPERATORS = [
  function conditions(node, text) {
    const condition =
      ts.isIfStatement(node) || ts.isWhileStatement(node)
        ? node.expression
        : ts.isConditionalExpression(node) || ts.isForStatement(node)
          ? node.condition
          : undefined;
    return condition ? [replace('negate', condition, `!(${text(condition)})`)] : [];
  },
  function binary(node, text) {
    if (!ts.isBinaryExpression(node)) return [];
    const { left, right, operatorToken } = node;
    const sign = operatorToken.getText();
    const swap = (operator, other) => replace(operator, operatorToken, other);
    if (BOUNDARIES[sign]) return [swap('boundary', BOUNDARIES[sign])];
    if (EQUALITIES[sign]) return [swap('equality', EQUALITIES[sign])];
    if (ARITHMETIC[sign]) return [swap('arithmetic', ARITHMETIC[sign])];
    if (ASSIGNMENTS[sign]) return [swap('assignment', ASSIGNMENTS[sign])];
    if (sign === '&&' || sign === '||') {
      return [left, right].map((side) => replace('logical', node, wrap(text(side))));
    }
    if (sign === '??') {
      return [`${wrap(text(left))}!`, wrap(text(right))].map((side) =>
        replace('nullish', node, side),
      );
    }
    return [];
  },
  function unary(node, text) {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      return [replace('negate', node, wrap(text(node.operand)))];
    }
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const sign = ts.tokenToString(node.operator);
      const operand = text(node.operand);
      if (!STEPS[sign]) return [];
      const after = ts.isPrefixUnaryExpression(node)
        ? STEPS[sign] + operand
        : operand + STEPS[sign];
      return [replace('arithmetic', node, after)];
    }
    return [];
  },
  function statements(node) {
    if (ts.isExpressionStatement(node)) return [replace('remove statement', node, ';')];
    if (ts.isThrowStatement(node)) return [replace('remove throw', node, ';')];
    if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
      return [replace('remove jump', node, ';')];
    }
    if (ts.isReturnStatement(node) && isInSwitchOrIf(node)) {
      return [replace('remove return', node, node.expression ? 'void 0;' : ';')];
    }
    return [];
  },
  function bodies(node) {
    if (!ts.isFunctionLike(node) || !node.body || !ts.isBlock(node.body)) return [];
    if (node.body.statements.length === 0) return [];
    return [replace('empty body', node.body, '{}')];
  },
  function returns(node) {
    if (!ts.isReturnStatement(node) || !node.expression) return [];
    const { expression } = node;
    if (expression.kind === ts.SyntaxKind.Identifier && expression.text === 'undefined') return [];
    return ['undefined', '[]'].map((value) => replace('return empty', expression, value));
  },
  function literals(node) {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace('boolean', node, 'false')];
    if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace('boolean', node, 'true')];
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      return [value + 1, value - 1].map((other) => replace('number', node, wrap(String(other))));
    }
    if (isText(node)) return [replace('empty text', node, "''")];
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
      return [replace('empty array', node, '[]')];
    }
    return [];
  },
  function expressions(node, text) {
    if (ts.isAwaitExpression(node)) {
      return [replace('remove await', node, wrap(text(node.expression)))];
    }
    if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) {
      return [replace('remove spread', node, ts.isSpreadElement(node) ? '...[]' : '...{}')];
    }
    if (ts.isPropertyAccessExpression(node) && node.questionDotToken) {
      return [replace('optional chaining', node.questionDotToken, '!.')];
    }
    if (ts.isCallExpression(node) && node.questionDotToken) {
      return [replace('optional chaining', node.questionDotToken, '!')];
    }
    if (ts.isPropertyAccessExpression(node) && METHODS[node.name.text]) {
      return [replace('method', node.name, METHODS[node.name.text])];
    }
    return [];
  },
  function defaults(node) {
    if ((ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer) {
      return [replace('remove default', node.initializer, `undefined as never`)];
    }
    return [];
  },
  function patterns(node, text) {
    if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return [];
    const pattern = text(node);
    const [, body, flags] = /^\/(.*)\/(\w*)$/s.exec(pattern);
    const loose = [];
    if (body.startsWith('^')) loose.push(`/${body.slice(1)}/${flags}`);
    if (/[^\\]\$$/.test(body)) loose.push(`/${body.slice(0, -1)}/${flags}`);
    return loose.map((after) => replace('pattern', node, after));
  },
];

/** Every mutant of a file that can be written; whether it is one is for the types to say. */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const text = (node) => node.getText(tree);
  const mutants = [];
  const visit = (node, scope) => {
    if (isNoCode(node)) return;
    const inner = nameOf(node);
    const here = inner ? [...scope, inner] : scope;
    for (const operator of OPERATORS) {
      for (const { operator: name, node: target, after } of operator(node, text)) {
        const start = target.getStart(tree);
        mutants.push({
          file,
          operator: name,
          scope: here.join('.') || 'module',
          line: tree.getLineAndCharacterOfPosition(start).line + 1,
          start,
          end: target.getEnd(),
          after,
          ...shown(tree, node, target, after, text),
        });
      }
    }
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(tree, []);
  return withKeys(mutants);
}

export function applyTo(source, { start, end, after }) {
  return source.slice(0, start) + after + source.slice(end);
}

/** The key has no line in it, so that it stands as long as the code of the mutant does. */
function withKeys(mutants) {
  const seen = new Map();
  return mutants.map((mutant) => {
    const { file, scope, operator, from, to } = mutant;
    const key = `${file} ${scope}: ${operator}: ${from} → ${to}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { ...mutant, key: times > 1 ? `${key} (${times})` : key };
  });
}

/** The changed token within what it stands in, on one line. */
function shown(tree, node, target, after, text) {
  const outer = target.getWidth(tree) < 12 && node === target ? node.parent : node;
  const shownNode = outer.getWidth(tree) > 160 ? target : outer;
  const base = shownNode.getStart(tree);
  const whole = text(shownNode);
  const changed =
    whole.slice(0, target.getStart(tree) - base) + after + whole.slice(target.getEnd() - base);
  const line = (code) => {
    const flat = code.replace(/\s+/g, ' ');
    return flat.length > 120 ? `${flat.slice(0, 117)}...` : flat;
  };
  return { from: line(whole), to: line(changed) };
}

function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
    const { initializer } = node;
    const isFunction =
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return isFunction || ts.isSourceFile(node.parent.parent.parent) ? node.name.text : undefined;
  }
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isPropertyDeclaration(node);
  return isNamed ? node.name?.getText() : undefined;
}

/** Types, imports, and the texts of a form, which no send reads. */
function isNoCode(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isDecorator(node) && /^@ConfigField\b/.test(node.getText()))
  );
}

/** A code or a name. Sentences are for people, and keys of objects are no values. */
function isText(node) {
  const isLiteral = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if (!isLiteral || node.text === '' || /\s.*\s/.test(node.text)) return false;
  return !ts.isPropertyAssignment(node.parent) || node.parent.initializer === node;
}

/** What follows a return of this kind is still reached without it. */
function isInSwitchOrIf(node) {
  const { parent } = node;
  return (
    ts.isIfStatement(parent) ||
    ts.isCaseClause(parent) ||
    (ts.isBlock(parent) && ts.isIfStatement(parent.parent))
  );
}
