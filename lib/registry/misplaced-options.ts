import type { SmsSetupIssue } from '../errors/setup.errors.js';
import { isAlike } from '../common/names.js';
import { knownOptionsOf } from '../schema/validate-config.js';
import { SmsRootConfig } from './sms-root.config.js';

const IN_ROOT = 'it belongs to the root, give it in AliyunSmsModule.forRoot';

/** Keys of a registration, which a module must know before there are options. */
const REGISTRATION_KEYS: Readonly<Record<string, string>> = {
  isGlobal:
    'it belongs into the second argument of forFeature and forFeatureAsync, as in forFeature([{ name }], { isGlobal: true })',
  imports: 'it belongs to forRoot, forRootAsync and forFeatureAsync',
  types: IN_ROOT,
  elementsDir: IN_ROOT,
  watch: IN_ROOT,
};

/** Names of the options that the application has once, in `forRoot`. */
export const ROOT_ONLY: ReadonlySet<string> = knownOptionsOf(SmsRootConfig);

/** Returns the issue of an option of an instance that has its place elsewhere. */
export function misplacedOption(name: string): SmsSetupIssue | undefined {
  const key = [...ROOT_ONLY, ...Object.keys(REGISTRATION_KEYS)].find((each) => isAlike(each, name));
  if (key === undefined) return undefined;
  const place = REGISTRATION_KEYS[key] ?? IN_ROOT;
  const text = `${key} is no option of this type: ${place}`;
  return { code: 'unknown-option', rule: 'misplaced', option: name, text, values: { meant: key } };
}
