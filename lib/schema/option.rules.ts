import { innerCharacter, innerTextIssue } from '../common/text.js';
import type { SmsIssueValues } from '../errors/setup-issue.wire.js';
import type { Rule } from './validate-with.decorator.js';
import { violation } from '../errors/violation.js';

/** Makes the rule of an option that may be left out. `expected` completes the sentence `must be …`. */
export const optional =
  (
    rule: string,
    expected: string,
    isValid: (value: unknown) => boolean,
    values?: SmsIssueValues,
  ): Rule =>
  (value) =>
    value === undefined || isValid(value)
      ? undefined
      : violation(rule, `must be ${expected}`, values);

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1;

/** A key, a secret or a token: they stand in headers. */
export const visibleText: Rule = (value) => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return undefined;
  const issue = typeof value === 'string' ? hiddenIssue(value) : undefined;
  return violation(
    'visible-text',
    `must be a non-empty string without spaces${issue ? `: it has ${issue}` : ''}`,
    { ...(typeof value === 'string' && { character: hiddenCharacter(value) }) },
  );
};

function hiddenCharacter(text: string): string {
  return (
    innerCharacter(text) ?? (/[^\x20-\x7e]/.test(text) ? 'not-ascii' : text ? 'space' : 'none')
  );
}

function hiddenIssue(text: string): string | undefined {
  const issue = innerTextIssue(text);
  if (issue) return `${issue} inside`;
  return /[^\x20-\x7e]/.test(text) ? 'a character that is not ASCII' : undefined;
}

export const flag = optional(
  'true-or-false',
  'true or false',
  (value) => typeof value === 'boolean',
);

/** Ten minutes. */
export const MAX_CALL_TIMEOUT = 600_000;

export const callTimeout = optional(
  'whole-number',
  `a whole number of milliseconds from 1 to ${MAX_CALL_TIMEOUT}`,
  (value) => isCount(value) && value <= MAX_CALL_TIMEOUT,
  { min: 1, max: MAX_CALL_TIMEOUT },
);

export const milliseconds = optional(
  'whole-number',
  'a whole number of milliseconds',
  (value) => value === 0 || isCount(value),
  { min: 0 },
);

export const count = optional('whole-number', 'a whole number from 1', isCount, { min: 1 });

export const functionOption = optional(
  'function',
  'a function',
  (value) => typeof value === 'function',
);
