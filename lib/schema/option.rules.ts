import { innerTextIssue } from '../common/text.js';
import type { Rule } from './validate-with.decorator.js';

/** Makes the rule of an option that may be left out. `expected` completes the sentence `must be …`. */
export const optional =
  (expected: string, isValid: (value: unknown) => boolean): Rule =>
  (value) =>
    value === undefined || isValid(value) ? undefined : `must be ${expected}`;

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1;

/** A key, a secret or a token: they stand in headers. */
export const visibleText: Rule = (value) => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return undefined;
  const issue = typeof value === 'string' ? hiddenIssue(value) : undefined;
  return `must be a non-empty string without spaces${issue ? `: it has ${issue}` : ''}`;
};

function hiddenIssue(text: string): string | undefined {
  const issue = innerTextIssue(text);
  if (issue) return `${issue} inside`;
  return /[^\x20-\x7e]/.test(text) ? 'a character that is not ASCII' : undefined;
}

export const flag = optional('true or false', (value) => typeof value === 'boolean');

/** Ten minutes. */
export const MAX_CALL_TIMEOUT = 600_000;

export const callTimeout = optional(
  `a whole number of milliseconds from 1 to ${MAX_CALL_TIMEOUT}`,
  (value) => isCount(value) && value <= MAX_CALL_TIMEOUT,
);

export const milliseconds = optional(
  'a whole number of milliseconds',
  (value) => value === 0 || isCount(value),
);

export const count = optional('a whole number from 1', isCount);

export const functionOption = optional('a function', (value) => typeof value === 'function');
