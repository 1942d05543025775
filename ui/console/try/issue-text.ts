import { serverIssueText } from '../issue-text.ts';
import { texts } from '../texts.ts';
import type { AttemptIssue } from './attempt.ts';
import { issues } from './try.ts';

function issueText(issue: AttemptIssue): string {
  const t = texts.value;
  switch (issue.code) {
    case 'required':
      return t.issues.required;
    case 'not-phones':
      return t.issues.notPhones(issue.phones.join(', '));
    case 'not-params':
      return t.issues.notParams(issue.line);
    case 'refused':
      return serverIssueText(issue.issue);
  }
}

/** What is wrong at a field of the form. */
export function errorAt(name: string): string {
  const issue = issues.value[name];
  return issue ? issueText(issue) : '';
}
