import {
  SmsConfigurationError,
  type SmsElementIssue,
  SmsInstanceExistsError,
  type SmsSetupIssue,
} from '../errors/setup.errors.js';
import type { SmsInstanceRecord } from '../registry/sms-instance.options.js';
import { safeName } from '../common/instance-name.js';
import { elementFile, type SmsElement } from './element.js';
import { elementTwin } from './element-names.js';
import { fillFromEnvironment } from './environment.js';

/** The options of an element's instance, with the variables replaced by their values. */
export function elementOptions(
  directory: string,
  { name, title, type, values }: SmsElement,
): { options: SmsInstanceRecord; issues: SmsElementIssue[] } {
  const filled = fillFromEnvironment(values, process.env);
  const file = elementFile(directory, name, 'sms.json');
  const issues = [
    ...filled.missing.map((variable) => ({
      code: 'unset-variable' as const,
      file,
      values: { variable },
      text: `\${${variable}} is not set in the environment: set it, or write the value`,
    })),
    ...filled.malformed.map((path) => ({ ...malformedPlaceholder(path), file })),
  ];
  return { options: { ...filled.values, name, title, type }, issues };
}

/** Without the text itself, which may be a secret. */
function malformedPlaceholder(path: string): SmsSetupIssue {
  const shown = /^[\w$.[\]-]{1,80}$/.test(path) ? path : 'a value';
  const text =
    `${shown} has a "\${" that names no variable of the environment: write \${NAME} with letters, digits, "_", "." ` +
    'and "-", not beginning with a digit and without a default, or $${ for a literal "${"';
  return { code: 'invalid', rule: 'malformed-variable', option: path.split(/[.[]/)[0]!, text };
}

/** Whether a value, or a part of it, comes from the environment. */
export function hasPlaceholder(value: unknown): boolean {
  return JSON.stringify(value ?? '').includes('${');
}

/**
 * Returns the issues of the files if no instance could be made of them. Rethrows every other error.
 *
 * @param isWanted selects the options whose issues are returned
 */
export function issuesOfError(
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
  if (error instanceof SmsInstanceExistsError) return [takenIssue(directory, name)];
  throw error;
}

/** The name of the folder is that of an instance that is not made from a folder. */
export function takenIssue(directory: string, name: string): SmsElementIssue {
  const text = `an instance "${name}" is registered in code too: rename the folder or the instance`;
  return { code: 'duplicate', file: elementFile(directory, name, 'e.json'), text };
}

/** Some file systems hold one of the two names only. */
export function twinIssue(directory: string, name: string): SmsSetupIssue | undefined {
  const twin = elementTwin(directory, name);
  if (twin === undefined) return undefined;
  const text = `the name differs from ${safeName(twin)} by upper and lower case only: choose another one`;
  return { code: 'invalid-name', rule: 'name-twin', text, values: { twin: safeName(twin) } };
}

/** Missing options share one text that names all of them, also unwanted ones. So each wanted one gets its own text. */
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
