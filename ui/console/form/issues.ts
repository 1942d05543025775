import type { ConsoleIssue } from '../../../lib/console/console.wire.ts';
import { issuesByField, serverIssueText } from '../issue-text.ts';
import { texts } from '../texts.ts';

/** What is wrong with the value of a field. */
export type FieldIssue =
  | { readonly code: 'required' | 'not-a-number' | 'not-json' }
  | { readonly code: 'too-small'; readonly min: number }
  | { readonly code: 'too-large'; readonly max: number }
  /** Found by the server. */
  | { readonly code: 'refused'; readonly issue: ConsoleIssue };

export type FieldIssues = Readonly<Record<string, readonly FieldIssue[]>>;

export function issueText(issue: FieldIssue): string {
  const t = texts.value.issues;
  switch (issue.code) {
    case 'required':
      return t.required;
    case 'not-a-number':
      return t.notANumber;
    case 'not-json':
      return t.notJson;
    case 'too-small':
      return t.tooSmall(issue.min);
    case 'too-large':
      return t.tooLarge(issue.max);
    case 'refused':
      return serverIssueText(issue.issue);
  }
}

/** The issues that the server has found, by field. */
export function serverIssues(issues: readonly ConsoleIssue[]): FieldIssues {
  return Object.fromEntries(
    Object.entries(issuesByField(issues)).map(([name, each]) => [
      name,
      each.map((issue) => ({ code: 'refused', issue })),
    ]),
  );
}
