import type { SmsIssueValues } from './setup-issue.wire.js';

/** What is wrong with a value, with a code by which a page can say it in its own language. */
export interface CodedViolation {
  /** The rule that is broken, such as `whole-number`. */
  readonly rule: string;
  /** The values of the text, such as `{ min: 1 }`. None is a secret or a phone number. */
  readonly values?: SmsIssueValues;
  /** Follows the name of the property: `must be …`. */
  readonly text: string;
}

/** The same where the text stands alone, for instance about a nested value. */
export interface SentenceViolation extends Partial<Omit<CodedViolation, 'text'>> {
  readonly sentence: string;
}

/** A text follows the name of the property (`must be …`). */
export type Violation = string | CodedViolation | SentenceViolation;

export function violation(rule: string, text: string, values?: SmsIssueValues): CodedViolation {
  return { rule, text, ...(values && { values }) };
}

/** Returns the text of a violation as a sentence about the property. */
export function sentenceOf(property: string, found: Violation): string {
  if (typeof found === 'string') return `${property} ${found}`;
  return 'sentence' in found ? found.sentence : `${property} ${found.text}`;
}
