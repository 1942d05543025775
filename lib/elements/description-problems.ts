import { elementNameProblem } from './element-name.js';

const PREFIX = 'SMS.';

/** Every fault of what `e.json` holds, each with what to do; keys that are not ours are left alone. */
export function descriptionProblems({
  title,
  type,
  backendBundleEntry = '.',
}: Record<string, unknown>): string[] {
  const problems: string[] = [];
  if (typeof title !== 'string' || !title.trim()) {
    problems.push('"title" must be a text that is not empty: say what people call this instance');
  }
  if (!isType(type)) {
    problems.push('"type" must be "SMS." and the name of a type: for example "SMS.Aliyun"');
  }
  if (backendBundleEntry !== '.') {
    problems.push(
      '"backendBundleEntry" must be ".": code of an element is not loaded from its folder, leave "."',
    );
  }
  return problems;
}

function isType(type: unknown): boolean {
  return (
    typeof type === 'string' &&
    type.startsWith(PREFIX) &&
    elementNameProblem(type.slice(PREFIX.length)) === undefined
  );
}
