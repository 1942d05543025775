import { resolve } from 'node:path';
import { elementFile, isInGitWorkTree, type SmsElement } from './index.js';
import { isPlaceholder } from '../common/placeholder.js';
import type { SmsTypeInfo } from '../registry/sms-instance-info.interface.js';

/** A warning where secrets stand in clear in a git work tree: sooner or later they are committed. */
export function openSecretsWarning(
  directory: string,
  elements: readonly SmsElement[],
  types: readonly SmsTypeInfo[],
): string | undefined {
  const fields = new Map(types.map((type) => [type.name, type.fields]));
  const open = elements.filter(({ type, values }) =>
    fields.get(type)?.some(({ name, kind }) => kind === 'secret' && isInClear(values[name])),
  );
  if (open.length === 0 || !isInGitWorkTree(resolve(directory))) return undefined;
  const files = open.map(({ name }) => elementFile(directory, name, 'sms.json'));
  return (
    `${files.join(', ')} ${files.length > 1 ? 'hold secrets' : 'holds a secret'} in clear inside a git work tree: ` +
    'write ${NAME} in its place and set NAME in the environment, or keep the file out of git'
  );
}

function isInClear(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !isPlaceholder(value);
}
