import {
  SmsConfigurationError,
  type SmsElementIssue,
  SmsInstanceExistsError,
  type SmsSetupIssue,
} from '../errors/setup.errors.js';
import type { SmsInstanceRecord } from '../registry/sms-instance.options.js';
import { elementFile, fillFromEnvironment, type SmsElement } from './index.js';

/** The options of an element's instance, its variables filled in from the environment. */
export function elementOptions(
  directory: string,
  { name, title, type, values }: SmsElement,
): { options: SmsInstanceRecord; issues: SmsElementIssue[] } {
  const filled = fillFromEnvironment(values, process.env);
  const issues = filled.missing.map((variable) => ({
    code: 'unset-variable' as const,
    file: elementFile(directory, name, 'sms.json'),
    text: `\${${variable}} is not set in the environment: set it, or write the value`,
  }));
  return { options: { ...filled.values, name, title, type }, issues };
}

/**
 * Returns what is wrong with the files where no instance could be made of them; rethrows other errors.
 *
 * @param isWanted of which options the issues are wanted
 */
export function elementIssues(
  directory: string,
  name: string,
  error: unknown,
  isWanted?: (option: string) => boolean,
): SmsElementIssue[] {
  if (error instanceof SmsConfigurationError) {
    const isOfType = error.issues.some(({ option }) => option === 'type');
    const file = elementFile(directory, name, isOfType ? 'e.json' : 'sms.json');
    const issues = isWanted ? wantedIssues(error.issues, isWanted) : distinct(error.issues);
    return issues.map((issue) => ({ ...issue, file }));
  }
  if (error instanceof SmsInstanceExistsError) {
    const text = `an instance "${name}" is registered in code too: rename the folder or the instance`;
    return [{ code: 'duplicate', file: elementFile(directory, name, 'e.json'), text }];
  }
  throw error;
}

/** Options that are missing share one text about all of them, which names those that are not wanted too. */
function wantedIssues(
  issues: readonly SmsSetupIssue[],
  isWanted: (option: string) => boolean,
): SmsSetupIssue[] {
  return issues
    .filter(({ option }) => option !== undefined && isWanted(option))
    .map((issue) =>
      issue.code === 'missing' ? { ...issue, text: `${issue.option} is missing` } : issue,
    );
}

function distinct(issues: readonly SmsSetupIssue[]): SmsSetupIssue[] {
  return [...new Map(issues.map((issue) => [issue.text, issue])).values()];
}
