import type { ConsoleIssue } from '../../lib/console/console.wire.ts';
import { texts } from './texts.ts';

/** A value of an issue or an error, as text. */
export const valuesOf =
  (values: ConsoleIssue['values']) =>
  (name: string): string => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };

/** What a code says in the page's language, or nothing where the page does not know it. */
export function codeText(code: string | number, values: ConsoleIssue['values']): string {
  const { codes, sendErrors } = texts.value;
  if (typeof code === 'number') return sendErrors[code] ?? '';
  const say = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return say?.(valuesOf(values)) ?? '';
}

/** An issue in the page's language; in English where a type of the application has codes of its own. */
export function serverIssueText({ code, values, text }: ConsoleIssue): string {
  return codeText(code, values) || `${texts.value.issues.refused} ${text}`;
}

/** The issues by the field that each is about. */
export function issuesByField(
  issues: readonly ConsoleIssue[],
): Readonly<Record<string, readonly ConsoleIssue[]>> {
  const fields = new Map<string, ConsoleIssue[]>();
  for (const issue of issues) {
    if (issue.field === null) continue;
    fields.set(issue.field, [...(fields.get(issue.field) ?? []), issue]);
  }
  return Object.fromEntries(fields);
}
