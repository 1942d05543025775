import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import type { Sms } from '../sms/sms.js';

/**
 * What is wrong with the instances through which one sends, or undefined.
 *
 * @param exists whether there is an instance of a name
 */
export function dependencyError(
  { name, dependsOn = [] }: Sms,
  exists: (name: string) => boolean,
): SmsConfigurationError | undefined {
  const problems: string[] = [];
  if (dependsOn.includes(name)) problems.push(`instances names ${name} itself: leave it out`);
  const missing = dependsOn.filter((each) => each !== name && !exists(each));
  if (missing.length > 0) {
    const [do_, them] = missing.length > 1 ? ['do', 'them'] : ['does', 'it'];
    problems.push(
      `instances names ${missing.join(', ')}, which ${do_} not exist: register ${them}, or correct the list`,
    );
  }
  if (problems.length === 0) return undefined;
  return new SmsConfigurationError(name, problems, { instances: problems });
}
