import type { ValidationError } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { getMetadataStorage, Validator } from '../common/class-validator.js';
import { requireClassTransformer } from '../common/lazy-require.cjs';
import { isAlike } from '../common/names.js';
import { ModuleNotLoadedError } from '../common/module-not-loaded.js';
import { trimText } from '../common/text.js';
import type { SmsSetupIssue } from '../errors/setup.errors.js';
import { configFieldsOf } from './config-field.decorator.js';
import type { SmsConfigClass } from './sms-config-class.interface.js';
import { codedViolations, isTrimmed } from './validate-with.decorator.js';
import { sentenceOf, type Violation } from '../errors/violation.js';

/** A configuration as an object of its class, with its issues. */
export interface ValidatedConfig {
  config: object;
  issues: SmsSetupIssue[];
}

/**
 * Makes an object of the configuration class from unchecked values, and validates it.
 *
 * @param own names of the instance's own options: an issue if the class does not declare them. Other names
 * that it does not declare are inherited, and ignored.
 */
export function validateConfig(
  Config: SmsConfigClass | undefined,
  values: object,
  own: readonly string[],
): ValidatedConfig {
  if (!Config) return { config: { ...values }, issues: [] };
  const config = new Config() as Record<string, unknown>;
  const unknown: SmsSetupIssue[] = [];
  const rules = rulesOf(Config);
  const known = knownOptionsOf(Config);
  const read = (name: string, value: unknown): unknown => {
    if (rules.get(name)?.some(({ type }) => type === 'nestedValidation')) {
      return instanceOf(Config, name, value);
    }
    return typeof value === 'string' && isTrimmed(rules.get(name)) ? trimText(value) : value;
  };
  for (const [name, value] of Object.entries(values)) {
    // An option that is left out keeps the initial value of the class.
    if (value === undefined) continue;
    // Only declared options are copied: a key such as `__proto__` would change more than this object.
    if (known.has(name)) config[name] = read(name, value);
    else if (own.includes(name)) unknown.push(unknownOption(name, known));
  }
  const errors = new Validator().validateSync(config, { forbidUnknownValues: false });
  return { config, issues: [...unknown, ...errors.flatMap(issuesOf)] };
}

/** The rules of class-validator on one property. */
export type PropertyRules = readonly ValidationMetadata[];

/** Returns the rules of class-validator of a class and of its base classes, by property. */
export function rulesOf(Config: Function): ReadonlyMap<string, PropertyRules> {
  const found = new Map<string, ValidationMetadata[]>();
  const rules = getMetadataStorage().getTargetValidationMetadatas(Config, '', false, false);
  for (const rule of rules) {
    const ofProperty = found.get(rule.propertyName) ?? [];
    found.set(rule.propertyName, ofProperty);
    ofProperty.push(rule);
  }
  return found;
}

/** Returns the names of the options that a configuration class declares, by `@ConfigField` or by a rule. */
export function knownOptionsOf(Config: Function): ReadonlySet<string> {
  return new Set([...configFieldsOf(Config).keys(), ...rulesOf(Config).keys()]);
}

// Aliyun's own names, which people write by habit.
const ALIASES: Readonly<Record<string, string>> = {
  accesskeyid: 'accessKey',
  accesskeysecret: 'accessSecret',
  signname: 'verifySign',
  sign: 'verifySign',
};

/** Returns the declared option that was probably meant. */
export function meantOption(name: string, known: Iterable<string>): string | undefined {
  const key = name.toLowerCase().replace(/[_-]/g, '');
  const alias = Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined;
  return [...known].find((each) => each === alias || isAlike(each, name));
}

/** Returns the issue of an option that no class declares, with the declared name that is most like it. */
export function unknownOption(name: string, known: ReadonlySet<string>): SmsSetupIssue {
  const alike = meantOption(name, known);
  const shown = /^[\w$.-]{1,40}$/.test(name) ? name : '(a name not shown)';
  const help = alike ? `did you mean ${alike}?` : `there are: ${[...known].join(', ')}`;
  const text = `${shown} is no option of this type: ${help}`;
  const values = { known: [...known], ...(alike && { meant: alike }) };
  return { code: 'unknown-option', option: name, text, values };
}

function classTransformer() {
  try {
    return requireClassTransformer();
  } catch (thrown) {
    throw new ModuleNotLoadedError('class-transformer', thrown);
  }
}

/** Makes a nested object an instance of the class that `@Type` names, so that its rules apply. */
function instanceOf(Config: SmsConfigClass, name: string, value: unknown): unknown {
  const { plainToInstance } = classTransformer();
  return (plainToInstance(Config, { [name]: value }) as Record<string, unknown>)[name];
}

function issuesOf({
  property,
  value,
  target = {},
  constraints = {},
  contexts = {},
  children = [],
}: ValidationError): SmsSetupIssue[] {
  const issue = { code: 'invalid' as const, option: property };
  const own = Object.entries(constraints).flatMap(([name, text]) => {
    const found = codedViolations(contexts[name], value, target);
    return found
      ? found.map((each) => ({ ...issue, text: sentenceOf(property, each), ...ruleOf(each) }))
      : [{ ...issue, text, rule: name }];
  });
  const nested = children.flatMap((child) => textsOf(child).map((text) => `${property}.${text}`));
  return [...own, ...nested.map((text) => ({ ...issue, text }))];
}

function ruleOf(found: Violation): Pick<SmsSetupIssue, 'rule' | 'values'> {
  if (typeof found === 'string') return {};
  const { rule, values } = found;
  return { ...(rule && { rule }), ...(values && { values }) };
}

function textsOf({ property, constraints = {}, children = [] }: ValidationError): string[] {
  return [
    ...Object.values(constraints),
    ...children.flatMap((child) => textsOf(child).map((text) => `${property}.${text}`)),
  ];
}
