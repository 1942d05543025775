import { elementFile, type ElementFault, fillFromEnvironment, type SmsElement } from './index.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsInstanceExistsError } from '../errors/sms-instance-exists.error.js';
import type { InstanceOptions } from '../registry/instance-factory.js';

/** The options of an element's instance, its variables filled in from the environment. */
export function elementOptions(
  directory: string,
  { name, title, type, values }: SmsElement,
): { options: InstanceOptions; faults: ElementFault[] } {
  const filled = fillFromEnvironment(values, process.env);
  const faults = filled.missing.map((variable) => ({
    file: elementFile(directory, name, 'sms.json'),
    problem: `\${${variable}} is not set in the environment: set it, or write the value`,
  }));
  return { options: { ...filled.values, name, title, type }, faults };
}

/**
 * What the files are to blame for where no instance could be made of them; rethrows the rest.
 *
 * @param isMeant of which options the faults are wanted
 */
export function elementFaults(
  directory: string,
  name: string,
  error: unknown,
  isMeant?: (option: string) => boolean,
): ElementFault[] {
  if (error instanceof SmsConfigurationError) {
    const file = elementFile(directory, name, 'type' in error.options ? 'e.json' : 'sms.json');
    const problems = isMeant ? problemsOf(error, isMeant) : error.problems;
    return problems.map((problem) => ({ file, problem }));
  }
  if (error instanceof SmsInstanceExistsError) {
    const problem = `an instance "${name}" is registered in code too: rename the folder or the instance`;
    return [{ file: elementFile(directory, name, 'e.json'), problem }];
  }
  throw error;
}

function problemsOf(
  { options }: SmsConfigurationError,
  isMeant: (option: string) => boolean,
): string[] {
  return Object.entries(options)
    .filter(([option]) => isMeant(option))
    .flatMap(([option, texts]) =>
      texts.map((text) => (text.startsWith('is missing') ? `${option} ${text}` : text)),
    );
}
